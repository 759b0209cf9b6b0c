// Reads the data and puts the page together; again when its language changes.

const model = readModel();
language = model.run.lang;
model.root = buildTree(model);
applyFilters(model);
model.total = passing.total;
model.assets = passing.assets;
openAtStart();

function openAtStart() {
  const assets = model.assets;
  openTo(model.root, assets <= 200 ? ["all", "folder"] : ["all"]);
}

function speak(code) {
  language = code;
  build();
  document.querySelector(`.pair [lang="${code}"]`).focus();
}

function build() {
  forgetListeners();
  subscribe(() => applyFilters(model));
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  const drawer = makeDrawer(model);
  const grid = makeGrid(model, drawer.openCell);
  const head = el("div", {}, makeHead(model));
  let policy = state.policy;
  subscribeLate(() => {
    if (policy === state.policy) return;
    policy = state.policy;
    replace(head, makeHead(model));
  });
  const parts = [makePersons(model), makeMinors(model), makeDefinitions(model), makeDeclared(model), makeLinks(model), makeGaps(model)].filter(Boolean);
  const [matrix, rest] = makePrinting(model);
  replace(document.getElementById("page"),
    el("a.skip", { href: "#map" }, say("skip")),
    head, contents(parts),
    el("main", {}, makeToolbar(model), grid.element, matrix, parts, rest),
    el("footer", {}, say("footer")), drawer.element);
  grid.update();
}

// Links to the sections that are there.
function contents(parts) {
  return el("nav.contents", { "aria-label": say("title") },
    el("a", { href: "#map" }, say("map")),
    parts.map((part) => el("a", { href: "#" + part.id }, part.querySelector("h2").textContent)));
}

document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("query").focus();
  }
});

followPrinter();
build();
document.documentElement.dataset.ready = "1";
