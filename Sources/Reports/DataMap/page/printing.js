// For paper, where nothing scrolls: the matrix by assets in pieces as wide as a page, the inventory, and
// all gaps, made when the page is printed and taken away again.

const PRINT_COLUMNS = 12;
const PRINT_ROWS = 3000;

const sheets = [el("div.sheet", { "aria-hidden": "true" }), el("div.sheet", { "aria-hidden": "true" })];
let fillSheets = () => {};

// The places for what is printed: the matrix, and what follows all other parts.
function makePrinting(model) {
  clearSheets();
  fillSheets = () => {
    if (sheets[0].childElementCount > 0) return;
    for (const button of document.querySelectorAll(".more")) button.click();
    replace(sheets[0], printedMatrix(model));
    replace(sheets[1], printedInventory(model), printedGaps(model));
  };
  return sheets;
}

function clearSheets() {
  for (const sheet of sheets) replace(sheet);
}

function followPrinter() {
  window.addEventListener("beforeprint", () => fillSheets());
  window.addEventListener("afterprint", clearSheets);
  const paper = window.matchMedia("print");
  paper.addEventListener("change", () => (paper.matches ? fillSheets() : clearSheets()));
}

function printedAssets(model) {
  const found = [];
  const visit = (node) => {
    if (!hasPassing(node)) return;
    if (node.source) found.push(node);
    else node.children.forEach(visit);
  };
  visit(model.root);
  return found;
}

function printedMatrix(model) {
  const { run, root } = model;
  const sums = sumsOf(root, model);
  const types = [...sums.keys()].sort((a, b) => sums.get(b).gravest - sums.get(a).gravest || sums.get(b).count - sums.get(a).count);
  const assets = printedAssets(model);
  const tables = [];
  for (let i = 0; i < types.length; i += PRINT_COLUMNS) {
    const part = types.slice(i, i + PRINT_COLUMNS);
    const line = (node, name) => el("tr", {}, el("th", {}, name), part.map((type) => {
      const sum = sumsOf(node, model).get(type);
      return sum ? el("td." + CLASSES[sum.gravest], {}, brief(sum.count), sign(sum.gravest)) : el("td", {});
    }));
    const here = assets.filter((node) => part.some((type) => sumsOf(node, model).has(type)));
    tables.push(el("table.matrix", {},
      el("thead", {}, el("tr", {}, el("th", {}, say("asset")), part.map((type) => el("th", {}, pick(run.types[type]))))),
      el("tbody", {}, line(root, say("all")), here.slice(0, PRINT_ROWS).map((node) => line(node, named(sourceName(node.source)))))));
    if (here.length > PRINT_ROWS) tables.push(el("p.help", {}, say("printMore", whole(here.length - PRINT_ROWS))));
  }
  return section("print-matrix", say("map"), null, legend(), tables);
}

function printedInventory(model) {
  const { run } = model;
  const found = rowsOf(model.root, null, model);
  return section("print-inventory", say("inventory"), null, el("table.inventory", {},
    el("thead", {}, el("tr", {}, ["asset", "field", "datum", "class", "matches", "sample", "clause"].map((key) => el("th.of-" + key, {}, say(key))))),
    el("tbody", {}, found.slice(0, PRINT_ROWS).map(({ row, count, gravest }) => el("tr", {},
      el("td", {}, named(sourceName(row.source))),
      el("td", {}, row.table ? named((row.table.name ? row.table.name + "." : "") + row.field) : say("content")),
      el("td", {}, pick(run.types[row.type])), el("td", {}, classTag(gravest)), el("td.number", {}, whole(count)),
      el("td", {}, el("code", {}, named(row.sample))), el("td", {}, gravestClause(row, run)))))),
  found.length > PRINT_ROWS ? el("p.help", {}, say("printMore", whole(found.length - PRINT_ROWS))) : null);
}

function gravestClause(row, run) {
  let best = null;
  for (let i = 0; i < row.counts.length; i += 3) {
    const verdict = run.verdicts[run.cases[row.counts[i]].verdicts[state.policy]];
    if (!best || CLASSES.indexOf(verdict.class) > CLASSES.indexOf(best.class)) best = verdict;
  }
  return best ? best.clause : "";
}

function printedGaps(model) {
  const gaps = listGaps(model);
  if (gaps.length === 0) return null;
  return section("print-gaps", say("gapsSection"), null,
    el("div.printedgaps", {}, gaps.slice(0, PRINT_ROWS).map((gap) => gapRow(gap, model.run))),
    gaps.length > PRINT_ROWS ? el("p.help", {}, say("printMore", whole(gaps.length - PRINT_ROWS))) : null);
}
