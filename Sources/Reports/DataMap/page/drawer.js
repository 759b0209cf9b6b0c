// What stands behind a cell: the places, and of each place sample, evidence, counts, and the class by
// every policy.

const PLACES_LISTED = 200;

function makeDrawer(model) {
  const { run } = model;
  let afterwards = null;
  const content = el("div.content", {});
  const title = el("h2", { id: "drawer-title", tabindex: "-1" });
  const close = el("button.plain.close", { type: "button", onclick: () => shut() }, say("close"), el("kbd", {}, "Esc"));
  const drawer = el("dialog.drawer", { "aria-labelledby": "drawer-title" }, el("div.drawerbar", {}, title, close), content);
  drawer.addEventListener("close", () => {
    document.body.classList.remove("has-drawer");
    if (afterwards) afterwards();
    afterwards = null;
  });
  drawer.addEventListener("click", (event) => { if (event.target === drawer) shut(); });

  function shut() {
    drawer.close();
  }

  function show(heading, ...parts) {
    replace(title, heading);
    replace(content, ...parts);
    if (!drawer.open) drawer.showModal();
    document.body.classList.add("has-drawer");
    content.scrollTop = 0;
    title.focus();
  }

  function openCell(node, type, then) {
    if (then) afterwards = then;
    const found = rowsOf(node, type, model).sort((a, b) => b.count - a.count);
    if (found.length === 1) openRow(found[0].row, null);
    else openPlaces(node, type, found);
  }

  function openPlaces(node, type, found) {
    const many = found.length - PLACES_LISTED;
    show(type === null ? [say("total")] : [pick(run.types[type])],
      crumbs(ancestry(node)),
      ageTable(found.map((item) => item.row)),
      el("h3", {}, say("severalFields", whole(found.length))),
      el("ul.places", {}, found.slice(0, PLACES_LISTED).map(({ row, count, gravest }) => el("li", {},
        el("button.place", { type: "button", onclick: () => openRow(row, () => openPlaces(node, type, found)) },
          el("span.path", { title: visible(placeText(row)) }, named(shortened(placeText(row), 90))),
          el("span.sample", {}, named(row.sample)),
          type === null ? el("span.type", {}, pick(run.types[row.type])) : null,
          el("span.count", {}, whole(count), sign(gravest)))))),
      many > 0 ? el("p.help", {}, say("moreFields", whole(many))) : null);
  }

  function openRow(row, back) {
    const type = run.types[row.type];
    show([pick(type)],
      back ? el("button.plain.back", { type: "button", onclick: back }, "← " + say("back")) : null,
      crumbs(ancestry(row.node)),
      el("figure.sample", {}, el("figcaption", {}, say("sample")), el("code", {}, row.sample ? named(row.sample) : say("noSample"))),
      row.evidence.length > 0
        ? [el("h3", {}, say("evidence")), evidenceChart(row, run), el("p.help", {}, say("evidenceHelp"))] : null,
      el("h3", {}, say("counts")), countsList(row),
      el("h3", {}, say("byLevelAndAge")), ageTable([row]),
      el("h3", {}, say("byPolicy")), policiesOf(row));
  }

  function placeText(row) {
    const { source } = row;
    const field = row.table ? `  ${row.table.name ? row.table.name + "." : ""}${row.field}` : "";
    return source.path + (source.member ? "!" + source.member : "") + field;
  }

  function crumbs(nodes) {
    return el("p.crumbs", {}, nodes.map((node, i) => [
      i > 0 ? el("span.divider", { "aria-hidden": "true" }, "›") : null,
      el("span." + node.kind, {}, named(nodeName(node))),
    ]));
  }

  function countsList(row) {
    const { source } = row;
    const people = source.people.find((people) => people.table === row.table && people.count.count > 0);
    const pairs = [
      ["matches", whole(row.matches)],
      ["distinct", (row.isExact ? "" : say("estimate")) + whole(row.distinct)],
      row.values ? ["values", whole(row.values)] : null,
      row.values && row.basis === 0 ? ["matchRate", meter(row.matches, row.values)] : null,
      row.table ? ["records", whole(row.table.records)] : null,
      people ? ["tablePersons", aboutCount(people.count)] : null,
      ["basisOf", say(BASES[row.basis])],
      ["masking", maskingWord(row.masking)],
      row.testData > 0 ? ["testData", whole(row.testData)] : null,
      row.possible > 0 ? ["weak", whole(row.possible)] : null,
      ["format", [source.format, source.encoding, bytes(source.size)].filter(Boolean).join("  ·  ")],
      source.modified ? ["modified", source.modified] : null,
    ].filter(Boolean);
    return [
      el("dl.counts", {}, pairs.map(([key, value]) => el("div", {}, el("dt", {}, say(key)), el("dd", {}, value)))),
      combinationOf(row),
      row.isMixed ? el("p.help.warning", {}, say("mixed")) : null,
    ];
  }

  // Beside which other types matches of the row stand, and what a policy says of that.
  function combinationOf(row) {
    if (row.combined === 0) return null;
    const isGuardian = (other) => run.cases[other.counts[0]].guardian;
    const others = row.source.rows.filter((other) => other.table === row.table && other.type !== row.type
      && other.combined > 0 && isGuardian(other) === isGuardian(row));
    const names = [...new Set(others.map((other) => pick(run.types[other.type])))];
    const rules = run.combinations.filter((rule) => (rule.any ? gravestBy(row, rule.policy) === rule.alone
      : hasVerdict(row, rule.policy, (verdict) => verdict.cause === "combination")));
    return [
      el("p.beside", {}, say("beside", whole(row.combined), names.join(language === "zh" ? "、" : ", "))),
      rules.map((rule) => el("p.help", {}, el("code", {}, `${run.policies[rule.policy]} ${rule.clause}`), " ",
        say(rule.any ? "mayRise" : "doesRise", say(rule.together)))),
    ];
  }

  function hasVerdict(row, policy, test) {
    for (let i = 0; i < row.counts.length; i += 3) {
      if (test(run.verdicts[run.cases[row.counts[i]].verdicts[policy]])) return true;
    }
    return false;
  }

  function gravestBy(row, policy) {
    return [...CLASSES].reverse().find((name) => hasVerdict(row, policy, (verdict) => verdict.class === name));
  }

  function meter(part, of) {
    return [
      percent(Math.min(part, of), of),
      el("span.meter", { "aria-hidden": "true" }, el("span", { "--share": String(Math.min(1, part / of)) })),
    ];
  }

  function maskingWord(word) {
    const keys = {
      none: "maskNone", mixed: "maskMixed", full: "maskFull", "partial:usual": "maskUsual",
      "partial:telling": "maskTelling", "partial:guessable": "maskGuessable", "encrypted(base64)": "maskEncrypted",
    };
    return keys[word] ? say(keys[word]) : word;
  }

  // Matches by level (lines) and age (columns) that are there.
  function ageTable(rows) {
    const cells = new Map();
    for (const row of rows) {
      for (let i = 0; i < row.counts.length; i += 3) {
        const key = row.counts[i + 1] + "\n" + run.cases[row.counts[i]].age;
        cells.set(key, (cells.get(key) || 0) + row.counts[i + 2]);
      }
    }
    const ages = AGES.filter((age) => LEVELS.some((_, level) => cells.has(level + "\n" + age)));
    const levels = [2, 1, 0].filter((level) => ages.some((age) => cells.has(level + "\n" + age)));
    return el("table.ages", {},
      el("thead", {}, el("tr", {}, el("th", {}), ages.map((age) => el("th", { scope: "col" }, say("age-" + age))))),
      el("tbody", {}, levels.map((level) => el("tr", {}, el("th", { scope: "row" }, say(LEVELS[level])),
        ages.map((age) => el("td", {}, cells.has(level + "\n" + age) ? whole(cells.get(level + "\n" + age)) : "·"))))));
  }

  // By each policy the verdicts that matches of the row have, the gravest first.
  function policiesOf(row) {
    return el("div.verdicts", {}, run.policies.map((id, policy) => {
      const counts = new Map();
      for (let i = 0; i < row.counts.length; i += 3) {
        const verdict = run.cases[row.counts[i]].verdicts[policy];
        counts.set(verdict, (counts.get(verdict) || 0) + row.counts[i + 2]);
      }
      const order = [...counts].sort((a, b) =>
        CLASSES.indexOf(run.verdicts[b[0]].class) - CLASSES.indexOf(run.verdicts[a[0]].class) || b[1] - a[1]);
      return el("section", {}, el("h4", {}, policyTitle(run, id)),
        order.map(([verdict, count]) => verdictText(run.verdicts[verdict], run, order.length > 1 ? count : null)));
    }));
  }

  return { element: drawer, openCell };
}

// Class, clause, basis and reason of one verdict.
function verdictText(verdict, run, count) {
  const why = [
    verdict.cause === "minor" ? say("causeMinor") : verdict.cause === "combination" ? say("causeCombination") : verdict.cause === "definition" ? say("causeDefinition") : null,
    verdict.words ? "“" + verdict.words + "”" : null,
    verdict.note, verdict.namedAt ? say("namedAt", verdict.namedAt) : null,
  ].filter(Boolean);
  return el("div.verdicttext", {},
    el("p", {}, classTag(CLASSES.indexOf(verdict.class)), count === null ? null : el("span.count", {}, whole(count)),
      el("code", {}, verdict.clause), verdict.heading && language === "en" ? el("span.clausehead", {}, verdict.heading) : null),
    el("p.why", {}, say(verdict.basis), why.length > 0 ? "  ·  " + why.join("  ·  ") : ""));
}
