// Which matches pass the filters, row by row, and sums of any part of the tree.

const passing = {
  epoch: 0,
  // Per row: matches that pass, the gravest class among them, whether one is of a person under 14.
  count: new Float64Array(0),
  gravest: new Int8Array(0),
  minor: new Uint8Array(0),
  // before[i]: rows before i with a match that passes.
  before: new Uint32Array(1),
  total: 0,
  assets: 0,
};

function applyFilters(model) {
  const { run, rows } = model;
  const { count, gravest, minor, before } = roomFor(rows.length);
  const classes = run.cases.map((place) => place.classes[state.policy]);
  const ages = AGE_CHOICES[state.age];
  const allowed = run.cases.map((place, i) => state.classes[classes[i]] && ages.includes(place.age));
  const isYoung = run.cases.map((place) => place.age === "under-14" && !place.guardian);
  const isAsked = textSearch(run);
  passing.total = 0;
  passing.assets = 0;
  let lastSource = null;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    let sum = 0;
    let top = -1;
    let young = 0;
    if (isAsked(row)) {
      const counts = row.counts;
      for (let c = 0; c < counts.length; c += 3) {
        const place = counts[c];
        if (!allowed[place] || counts[c + 1] < state.level) continue;
        sum += counts[c + 2];
        if (classes[place] > top) top = classes[place];
        if (isYoung[place]) young = 1;
      }
    }
    count[i] = sum;
    gravest[i] = top;
    minor[i] = young;
    before[i + 1] = before[i] + (sum > 0 ? 1 : 0);
    passing.total += sum;
    if (sum > 0 && row.source !== lastSource) {
      passing.assets += 1;
      lastSource = row.source;
    }
  }
  passing.epoch += 1;
}

// Whether every word of the search stands in the path, table, field or type of a row. Rows of a source
// come together, so that a path is looked through once.
function textSearch(run) {
  const terms = state.query.toLowerCase().split(/\s+/).filter(Boolean);
  const inType = terms.map((term) => run.types.map((type) => `${type.id}\n${type.zh}\n${type.en}`.toLowerCase().includes(term)));
  let source = null;
  let inSource = [];
  return (row) => {
    if (terms.length > 0 && row.source !== source) {
      source = row.source;
      const text = `${source.path}\n${source.member || ""}`.toLowerCase();
      inSource = terms.map((term) => text.includes(term));
    }
    return terms.every((term, i) => inSource[i] || inType[i][row.type] || row.field.toLowerCase().includes(term)
      || (row.table !== null && row.table.name.toLowerCase().includes(term)));
  };
}

function roomFor(length) {
  if (passing.count.length !== length) {
    passing.count = new Float64Array(length);
    passing.gravest = new Int8Array(length);
    passing.minor = new Uint8Array(length);
    passing.before = new Uint32Array(length + 1);
  }
  return passing;
}

function hasPassing(node) {
  return passing.before[node.end] > passing.before[node.start];
}

// Per type below a node: how many matches pass, the gravest class, whether minors are among them. Made
// when it is shown, once for each choice of filters.
function sumsOf(node, model) {
  if (node.epoch === passing.epoch) return node.sums;
  const sums = new Map();
  for (let i = node.start; i < node.end; i += 1) {
    if (passing.count[i] === 0) continue;
    const type = model.rows[i].type;
    let sum = sums.get(type);
    if (!sum) sums.set(type, sum = { count: 0, gravest: 0, minor: false });
    sum.count += passing.count[i];
    if (passing.gravest[i] > sum.gravest) sum.gravest = passing.gravest[i];
    if (passing.minor[i]) sum.minor = true;
  }
  node.sums = sums;
  node.epoch = passing.epoch;
  return sums;
}

// All types of a node together.
function totalOf(node, model) {
  const total = { count: 0, gravest: 0, minor: false };
  for (const sum of sumsOf(node, model).values()) {
    total.count += sum.count;
    total.gravest = Math.max(total.gravest, sum.gravest);
    total.minor = total.minor || sum.minor;
  }
  return total;
}

// The rows below a node, of one type or of all, that have matches that pass.
function rowsOf(node, type, model) {
  const found = [];
  for (let i = node.start; i < node.end; i += 1) {
    if (passing.count[i] > 0 && (type === null || model.rows[i].type === type)) {
      found.push({ row: model.rows[i], count: passing.count[i], gravest: passing.gravest[i] });
    }
  }
  return found;
}
