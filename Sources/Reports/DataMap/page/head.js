// The head of the page: what this is, by which texts it was judged, and the run in a few numbers.

const SIGNS = ["–", "●", "◆"];

// The sign of a class, which tells it without colour.
function sign(dataClass) {
  return el("span.sign." + CLASSES[dataClass], { "aria-hidden": "true" }, SIGNS[dataClass]);
}

// The class by sign and name.
function classTag(dataClass) {
  return el("span.tag." + CLASSES[dataClass], {}, sign(dataClass), say(CLASSES[dataClass]));
}

function makeHead(model) {
  return el("header.head", {},
    el("div.bar", {},
      el("div.seal", { "aria-hidden": "true" }, el("span", {}, "个人"), el("span", {}, "信息")),
      el("div.titles", {},
        el("h1", {}, say("title")),
        el("p.scope", {}, scopeOf(model))),
      el("div.actions", {}, languageSwitch(), themeSwitch(),
        el("button.plain", { type: "button", onclick: () => window.print() }, say("print")))),
    policyLine(model),
    figures(model),
    verdictLine(model));
}

function scopeOf(model) {
  const { run } = model;
  const roots = model.root.label ? [model.root.label] : model.root.children.map((node) => node.label);
  const parts = roots.length > 0 ? roots.slice(0, 3).map((root) => el("strong", {}, named(shortened(root, 60)))) : [];
  const text = [`pii-scan ${run.version}`, say("asOf", run.asOf), `${say("ruleset")} ${run.ruleset.slice(0, 12)}`];
  return [
    ...parts.flatMap((part) => [part, "  "]), roots.length > 3 ? "…  " : null,
    el("span.facts", { title: run.ruleset }, text.join("  ·  ")),
  ];
}

function languageSwitch() {
  const choice = (code, text) => el("button.plain", {
    type: "button", lang: code, "aria-pressed": String(language === code),
    onclick: () => speak(code),
  }, text);
  return el("div.pair", { role: "group", "aria-label": "Language" }, choice("zh", "中文"), choice("en", "English"));
}

function themeSwitch() {
  return el("button.plain.theme", {
    type: "button", title: say("theme"), "aria-label": say("theme"),
    onclick: () => {
      const root = document.documentElement;
      const isDark = getComputedStyle(root).getPropertyValue("--is-dark").trim() === "1";
      root.dataset.theme = isDark ? "light" : "dark";
    },
  }, "◐");
}

function policyTitle(run, id) {
  const text = run.texts[id];
  return text ? pick(text) : id;
}

function policyLine(model) {
  const { run } = model;
  return el("ul.policies", { "aria-label": say("policies") }, run.policies.map((id, i) => {
    const text = run.texts[id];
    const day = text && text.since ? say(text.inForce ? "inForceSince" : "since", text.since) : null;
    return el("li", {},
      el("span.order", {}, i === 0 && run.policies.length > 1 ? say("firstPolicy") : String(i + 1)),
      el("b", {}, policyTitle(run, id)), el("code", {}, id), day ? el("span", {}, day) : null);
  }));
}

// The numbers of the whole run, whatever the filters.
function figures(model) {
  const { run } = model;
  const byClass = [0, 0, 0];
  let assets = 0;
  for (const source of model.sources) assets += source.rows.length > 0 ? 1 : 0;
  for (const row of model.rows) {
    for (let i = 0; i < row.counts.length; i += 3) {
      const place = run.cases[row.counts[i]];
      byClass[place.classes[state.policy]] += row.counts[i + 2];
    }
  }
  const all = byClass[0] + byClass[1] + byClass[2];
  const persons = run.persons;
  return el("div.figures", {},
    figure("findings", whole(all), classBar(byClass, all)),
    figure("sensitiveShare", el("span.sensitive", {}, whole(byClass[2])), all > 0 ? percent(byClass[2], all) : ""),
    figure("persons", aboutCount(persons),
      isExact(persons) ? say("personsExact") : say("personsBetween", whole(persons.lower), whole(persons.upper))),
    figure("under14", aboutCount(run.minors[0]), say("minorsOf", aboutCount(run.minors[1]), aboutCount(run.minors[2]))),
    figure("assets", whole(assets), say("assetsOf", whole(run.totals.sources))),
    coverageFigure(run));
}

function figure(key, value, remark) {
  return el("div.figure." + key, {},
    el("h2", {}, say(key)), el("p.value", {}, value), el("p.remark", {}, remark));
}

// Sensitive, personal and none as one bar.
function classBar(byClass, all) {
  if (all === 0) return null;
  const parts = [2, 1, 0].filter((c) => byClass[c] > 0);
  return el("span.classbar", {
    role: "img",
    "aria-label": parts.map((c) => `${say(CLASSES[c])} ${whole(byClass[c])}`).join(", "),
    title: parts.map((c) => `${say(CLASSES[c])} ${whole(byClass[c])}`).join("  ·  "),
  }, parts.map((c) => el("span." + CLASSES[c], { "--share": String(byClass[c] / all) })));
}

function coverageFigure(run) {
  const { totals } = run;
  const missing = totals.partly + totals.skipped;
  const share = totals.bytes > 0 ? percent(Math.min(totals.bytesScanned, totals.bytes), totals.bytes) : "–";
  const words = totals.interrupted ? say("interrupted")
    : totals.complete ? say("complete") : say("incomplete", whole(missing));
  return el("div.figure.coverage", {},
    el("h2", {}, say("coverage")),
    el("p.value", {}, el("span", { class: totals.complete ? "good" : "bad" }, totals.complete ? "✓ " : "! "),
      whole(totals.scanned) + " / " + whole(totals.sources)),
    el("p.remark", {}, words),
    el("p.remark.wide", { title: share }, say("coverageLine", whole(totals.files),
      totals.sources > totals.files ? say("membersLine", whole(totals.sources - totals.files)) : "",
      bytes(totals.bytes), whole(totals.records))));
}

function verdictLine(model) {
  const verdict = model.run.verdict;
  if (!verdict) return null;
  const outcome = verdict.outcome === "incomplete" ? "incompleteVerdict" : verdict.outcome;
  return el("section.verdict." + verdict.outcome, {},
    el("h2", {}, say("verdict")), el("b", {}, say(outcome)),
    el("ul", {}, verdict.limits.map((limit) => el("li", { class: limit.breached ? "breached" : "kept" },
      (limit.breached ? "✗ " : "✓ ") + say("limitOf", limitName(limit.of, model.run), whole(limit.found), whole(limit.most)),
      el("small", {}, originName(limit.origin))))));
}

function limitName(of, run) {
  if (of.startsWith("type:")) {
    const type = run.types.find((type) => "type:" + type.id === of);
    return type ? pick(type) : of.slice(5);
  }
  return say("limit" + of[0].toUpperCase() + of.slice(1));
}

function originName(origin) {
  if (origin === "user") return say("originUser");
  if (origin === "tool-default") return say("originTool");
  return say("originPolicy", origin.replace(/^policy:/, ""));
}
