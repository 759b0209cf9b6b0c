// Where the chosen policies class the same datum differently: classes side by side, each with clause and
// reason.

function makeDefinitions(model) {
  const { run } = model;
  if (run.policies.length < 2) return null;
  const table = el("div.scroll", {});
  const part = section("definitions", say("definitionsSection"), say("definitionsHelp"), table);
  const update = () => {
    const data = differingData(model);
    if (data.length === 0) {
      replace(table, el("p.empty", {}, say("definitionsSame")));
      return;
    }
    replace(table, el("table.definitions", {},
      el("thead", {}, el("tr", {}, el("th", {}, say("datum")),
        run.policies.map((id) => el("th", { scope: "col" }, policyTitle(run, id), el("code", {}, id))))),
      el("tbody", {}, data.map((group) => el("tr", {},
        el("th", { scope: "row" }, group.data.map((datum) => el("span.datum", {},
          el("b", {}, datum.title), datum.remark ? el("small", {}, datum.remark) : null, el("span.count", {}, whole(datum.count)))),
        group.ages ? el("p", {}, group.ages) : null),
        group.verdicts.map((verdict, i) => el("td", { "data-policy": policyTitle(run, run.policies[i]) }, verdictText(run.verdicts[verdict], run, null))))))));
  };
  subscribeLate(update);
  update();
  return part;
}

// Found data (type, kind, age where it matters, guardian) whose class is not the same everywhere, those
// with the same verdicts together.
function differingData(model) {
  const { run } = model;
  const counts = new Array(run.cases.length).fill(0);
  model.rows.forEach((row, i) => {
    if (passing.count[i] === 0) return;
    for (let c = 0; c < row.counts.length; c += 3) counts[row.counts[c]] += row.counts[c + 2];
  });
  const groups = new Map();
  run.cases.forEach((place, i) => {
    if (counts[i] === 0 || place.classes.every((c) => c === place.classes[0])) return;
    const key = place.verdicts.join(" ");
    let group = groups.get(key);
    if (!group) {
      const spread = Math.max(...place.classes) - Math.min(...place.classes);
      groups.set(key, group = { verdicts: place.verdicts, spread, count: 0, found: new Map() });
    }
    const name = [place.type, place.kind, place.guardian].join(" ");
    const datum = group.found.get(name) || { place, ages: [], count: 0 };
    datum.count += counts[i];
    datum.ages.push(place.age);
    group.count += counts[i];
    group.found.set(name, datum);
  });
  const young = ["under-14", "turning-14", "14", "15-17"];
  const remark = ({ place }) => [
    place.kind ? say("kind-" + place.kind) : null, place.guardian ? say("guardianField") : null,
  ].filter(Boolean).join(", ");
  return [...groups.values()].sort((a, b) => b.spread - a.spread || b.count - a.count).map((group) => {
    const data = [...group.found.values()].sort((a, b) => b.count - a.count);
    const ages = AGES.filter((age) => data.some((datum) => datum.ages.includes(age)));
    return {
      verdicts: group.verdicts,
      ages: ages.every((age) => young.includes(age)) ? say("aged", ages.map((age) => say("age-" + age)).join(language === "zh" ? "、" : ", ")) : null,
      data: data.map((datum) => ({ title: pick(run.types[datum.place.type]), remark: remark(datum), count: datum.count })),
    };
  });
}
