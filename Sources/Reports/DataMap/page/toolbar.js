// The filters. They act on everything below them.

function makeToolbar(model) {
  const { run } = model;
  const query = el("input.query", {
    type: "search", id: "query", placeholder: say("search"), "aria-label": say("searchLabel"),
    autocomplete: "off", spellcheck: "false",
  });
  query.value = state.query;
  query.addEventListener("input", () => choose({ query: query.value }));

  const reset = el("button.plain.reset", {
    type: "button",
    onclick: () => {
      query.value = "";
      choose({ query: "", classes: [true, true, true], level: 0, age: "all" });
      level.value = "0";
      age.value = "all";
    },
  }, say("reset"));

  const classes = el("div.classes", { role: "group", "aria-label": say("class") }, [2, 1, 0].map((c) => {
    const button = el("button.chip." + CLASSES[c], { type: "button" }, sign(c), say(CLASSES[c]));
    const show = () => button.setAttribute("aria-pressed", String(state.classes[c]));
    button.addEventListener("click", () => {
      choose({ classes: state.classes.map((on, i) => (i === c ? !on : on)) });
    });
    subscribe(show);
    show();
    return button;
  }));

  const level = menu("level", LEVELS.map((name, i) => [String(i), i === 0 ? say("allLevels") : say("atLeast", say(name))])
    .filter(([value]) => value === "0" || Number(value) > LEVELS.indexOf(run.minimumLevel)),
  String(state.level), (value) => choose({ level: Number(value) }));
  const age = menu("age", [
    ["all", say("allAges")], ["under14", say("ageUnder14")], ["upTo14", say("ageUpTo14")], ["under18", say("ageUnder18")],
  ], state.age, (value) => choose({ age: value }));
  const policy = run.policies.length > 1
    ? menu("policy", run.policies.map((id, i) => [String(i), policyTitle(run, id)]), String(state.policy),
      (value) => choose({ policy: Number(value) }))
    : null;

  const shown = el("p.shown", { role: "status", "aria-live": "polite" });
  const tell = () => {
    shown.textContent = say("shown", whole(passing.total), whole(model.total), whole(passing.assets), whole(model.assets));
    reset.hidden = !isFiltered();
  };
  subscribe(tell);
  tell();
  const left = run.rowsLeftOut > 0
    ? el("p.leftout", {}, say("rowsLeftOut", whole(run.rows), whole(run.rowsLeftOut))) : null;
  return el("div.toolbar", { role: "search" },
    el("div.controls", {}, query, policy, classes, level, age), el("div.shownline", {}, shown, reset), left);
}

function menu(key, options, chosen, onchange) {
  const select = el("select." + key, { "aria-label": say(key), title: say(key) },
    options.map(([value, text]) => el("option", { value }, text)));
  select.value = chosen;
  select.addEventListener("change", () => onchange(select.value));
  return select;
}
