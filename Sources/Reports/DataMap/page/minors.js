// Minors by band of age, table by table.

const BANDS = ["bandUnder14", "bandFourteen", "bandTo17", "bandAdult", "bandUnknown"];
// In the order of `AgeSource`, then weaker signs.
const TOLD_BY = ["toldYears", "toldBirth", "toldStudent", "toldID", "toldWeak"];
const MINORS_LISTED = 12;

function makeMinors(model) {
  const list = el("div.bands", {});
  const part = section("minors", say("minorsSection"), say("minorsHelp"), bandLegend(), list);
  const update = () => {
    const places = minorPlaces(model);
    if (places.length === 0) {
      replace(list, el("p.empty", {}, say("minorsNone")));
      return;
    }
    replace(list,
      el("div.band.bandhead", { "aria-hidden": "true" }, el("span", {}, say("asset")), el("span", {}, say("recordsByAge")),
        el("span.numbers", {}, ["under14Short", "fourteenShort", "to17Short"].map((key) => el("span", {}, say(key))))),
      folded(places, MINORS_LISTED, bandRow));
  };
  subscribeLate(update);
  update();
  return part;
}

// Tables and texts with records of minors, or signs of them, those with most under 14 first.
function minorPlaces(model) {
  const shown = new Set();
  model.rows.forEach((row, i) => {
    if (passing.count[i] > 0) shown.add(row.table || row.source);
  });
  const found = [];
  for (const source of model.sources) {
    for (const people of source.people) {
      if (people.minors && shown.has(people.table || source)) found.push(people);
    }
  }
  const young = ({ minors }) => minors.records[0] + minors.records[1] + minors.records[2];
  return found.sort((a, b) => b.minors.records[0] - a.minors.records[0] || young(b) - young(a)
    || b.minors.told[4] - a.minors.told[4] || a.source.index - b.source.index);
}

function sourceName(source) {
  return source.path + (source.member ? "!" + source.member : "");
}

function tableName(people) {
  const isNamed = people.table && people.table.name !== "" && people.table.name !== people.source.member;
  return sourceName(people.source) + (isNamed ? "  " + people.table.name : "");
}

function bandRow(people) {
  const { minors } = people;
  const total = minors.records.reduce((a, b) => a + b, 0);
  const told = minors.records.map((count, i) => (count > 0 ? `${say(BANDS[i])} ${whole(count)}` : null)).filter(Boolean).join("  ·  ");
  const evidence = minors.told.map((count, i) => (count > 0 ? `${say(TOLD_BY[i])} ${whole(count)}` : null)).filter(Boolean).reverse();
  const remarks = [
    evidence.length > 0 ? say("toldBy", evidence.join(language === "zh" ? "、" : ", ")) : null,
    minors.guardianBeside > 0 ? say("guardianBeside", whole(minors.guardianBeside)) : null,
    minors.plainUnder14 > 0 ? say("plainUnder14", whole(minors.plainUnder14)) : null,
    minors.turning14 > 0 ? say("turning14", whole(minors.turning14)) : null,
  ].filter(Boolean);
  return el("div.band", {},
    el("span.path", { title: visible(tableName(people)) }, named(shortened(tableName(people), 70))),
    el("span.stack", { role: "img", "aria-label": told, title: told },
      minors.records.map((count, i) => (count > 0 ? el("span.band" + i, { "--share": String(count / total) }) : null))),
    el("span.numbers", {}, minors.persons.map((count, i) => el("span.n" + i, { title: say(BANDS[i]) }, aboutCount(count)))),
    el("span.remarks", {}, remarks.join("  ·  ")));
}

function bandLegend() {
  return el("div.legend.bandlegend", {}, BANDS.map((key, i) => el("span.tag", {}, el("span.swatch.band" + i, { "aria-hidden": "true" }), say(key))));
}
