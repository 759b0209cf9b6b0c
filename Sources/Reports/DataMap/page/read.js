// Reads the two blocks of data into what the rest of the page works with.

const CLASSES = ["none", "personal", "sensitive"];
const LEVELS = ["possible", "likely", "certain"];
const AGES = ["under-14", "turning-14", "14", "15-17", "adult", "unknown"];
const STATUSES = ["scanned", "partly", "skipped", "excluded"];
const BASES = ["basisValue", "basisName", "basisComment"];

function readModel() {
  const run = JSON.parse(document.getElementById("run").textContent);
  const sources = JSON.parse(document.getElementById("sources").textContent).map(
    (record, index) => readSource(record, index, run));
  const rows = [];
  for (const source of sources) for (const row of source.rows) rows.push(row);
  for (const place of run.cases) {
    place.classes = place.verdicts.map((verdict) => CLASSES.indexOf(run.verdicts[verdict].class));
  }
  return { run, sources, rows };
}

// The order of the places is that of `PageSources`.
function readSource(record, index, run) {
  const [path, member, status, reason, format, encoding, size, scanned, records, modified, gaps, tables, rows, people] = record;
  const source = {
    index, path, member: member || null, status, reason,
    format: run.words[format], encoding: run.words[encoding], size, scanned, records,
    modified: run.words[modified],
    gaps: gaps.map(([reason, bytes, offset]) => ({ reason, bytes, offset })),
    tables: tables.map(([name, records]) => ({ name, records })),
  };
  source.rows = rows.map((row) => readRow(row, source, run));
  source.people = people.map((record) => readPeople(record, source));
  return source;
}

// Persons of a table or of a text; more only where minors are, or may be, among them.
function readPeople(record, source) {
  const [table, count, records, minors, told, guardianBeside, plainUnder14, plainUpTo14] = record;
  const people = { source, table: table < 0 ? null : source.tables[table], count: readCount(count), minors: null };
  if (records) {
    const [under14, fourteen, to17, adult, unknown, turning14] = records;
    people.minors = {
      records: [under14, fourteen, to17, adult, unknown], turning14, persons: minors.map(readCount), told,
      guardianBeside, plainUnder14, plainUpTo14,
    };
  }
  return people;
}

function readCount([count, lower, upper]) {
  return { count, lower, upper };
}

function readRow(record, source, run) {
  const [table, field, type, values, possible, testData, masking, distinct, exact, basis, mixed, combined, sample, evidence, counts] = record;
  let matches = 0;
  for (let i = 2; i < counts.length; i += 3) matches += counts[i];
  return {
    source, table: table < 0 ? null : source.tables[table], field, type, values, possible, testData,
    masking: run.words[masking], distinct, isExact: exact === 1, basis, isMixed: mixed === 1, combined, sample,
    evidence, counts, matches,
  };
}
