// What the policies declare, exclude and promise, held against what was found.

const DECLARED_LISTED = 12;
// By outcome the sign that tells it: against the text, in doubt, in accord, nothing to tell.
const OUTCOME_SIGNS = {
  "found-though-excluded": "✗", "promise-contradicted": "✗", "promise-in-doubt": "?", "found-not-declared": "✗",
  "kind-unclear": "?", "declared-and-found": "✓", "declared-not-found": "○", "not-looked-for": "–",
  "not-contradicted": "✓", "cannot-be-told": "–", "nothing-declared": "–", "not-applicable": "–",
};

function makeDeclared(model) {
  const { declared } = model.run;
  if (!declared || declared.every((item) => item.outcome === "not-applicable")) return null;
  const list = el("div.declarations", {});
  const part = section("declared", say("declaredSection"), say("declaredHelp"), list);
  const update = () => {
    replace(list, model.run.policies.map((id) => declaredBy(id, declared.filter((item) => item.policy === id), model.run)));
  };
  subscribeLate(update);
  update();
  return part;
}

function declaredBy(id, items, run) {
  const terms = state.query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = items.filter((item) => {
    const text = [pick(item) || "", item.type || "", ...item.citations.flatMap((c) => [c.clause, ...c.words]), ...item.places].join("\n").toLowerCase();
    return terms.every((term) => text.includes(term));
  });
  if (shown.length === 0) return null;
  const counts = new Map();
  for (const item of shown) counts.set(item.outcome, (counts.get(item.outcome) || 0) + 1);
  const heading = el("div.declaredhead", {}, el("h3", {}, policyTitle(run, id)),
    el("ul", {}, [...counts].map(([outcome, count]) => el("li." + outcome, {}, outcomeTag(outcome), whole(count)))));
  const hasRows = shown.some((item) => item.outcome !== "nothing-declared" && item.outcome !== "not-applicable");
  return el("div.declaration", {}, heading, hasRows ? folded(shown, DECLARED_LISTED, declaredRow) : null);
}

function outcomeTag(outcome) {
  return el("span.outcome." + outcome, {}, el("span", { "aria-hidden": "true" }, OUTCOME_SIGNS[outcome] || "–"), " ", say("outcome-" + outcome));
}

function declaredRow(item) {
  const amount = item.high === 0 ? "" : item.low === item.high ? whole(item.high) : `${whole(item.low)}–${whole(item.high)}`;
  return el("div.declaredrow" + (item.fault ? ".fault" : ""), {},
    outcomeTag(item.outcome),
    el("span.what", {}, pick(item) ? el("b", {}, pick(item)) : null, item.class ? classTag(CLASSES.indexOf(item.class)) : null,
      item.under14 > 0 ? el("small", {}, `${say("age-under-14")} ${whole(item.under14)}`) : null),
    el("span.cited", {}, item.citations.map((citation) => el("span", {}, el("code", {}, citation.clause),
      citation.words.length > 0 ? " “" + citation.words.join(" / ") + "”" : "")), el("small", {}, item.note ? pick(item.note) : null)),
    el("span.count", {}, amount),
    item.places.length > 0
      ? el("span.path", { title: item.places.map(visible).join("\n") }, named(shortened(item.places[0], 60)),
        item.places.length > 1 ? " …" : null)
      : el("span", {}));
}
