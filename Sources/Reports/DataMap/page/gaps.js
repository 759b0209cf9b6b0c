// What was not read, with the reason and what to do about it; all of it can be searched.

const GAP_HEIGHT = 30;

function makeGaps(model) {
  const { run } = model;
  const gaps = listGaps(model);
  if (gaps.length === 0) return section("gaps", say("gapsSection"), null, el("p.empty.good", {}, "✓ " + say("gapsNone")));
  let chosen = -1;
  let shown = gaps;
  const query = el("input.query", { type: "search", placeholder: say("gapsSearch"), "aria-label": say("gapsSearch"), autocomplete: "off", spellcheck: "false", oninput: () => update() });
  const count = el("p.shown", { role: "status", "aria-live": "polite" });
  const advice = el("p.help", {});
  const body = el("div.body", {});
  const list = el("div.gaplist", { tabindex: "0", role: "region", "aria-label": say("gapsSection"), onscroll: () => requestAnimationFrame(render) }, body);
  const reasons = [...new Set(gaps.map((gap) => gap.reason))].sort((a, b) =>
    Number(run.reasons[b].counts) - Number(run.reasons[a].counts) || a - b);
  const chips = el("div.classes", { role: "group", "aria-label": say("reason") }, reasons.map((reason) => {
    const info = run.reasons[reason];
    const of = gaps.filter((gap) => gap.reason === reason).length;
    const button = el("button.chip" + (info.counts ? ".matters" : ""), {
      type: "button", "aria-pressed": "false", title: say(info.counts ? "counting" : "notCounting"),
      onclick: () => {
        chosen = chosen === reason ? -1 : reason;
        for (const other of chips.children) other.setAttribute("aria-pressed", String(other === button && chosen >= 0));
        update();
      },
    }, info.counts ? "! " : "", pick(info)[0], el("span.count", {}, whole(of)));
    return button;
  }));

  function update() {
    const terms = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = gaps.filter((gap) => (chosen < 0 || gap.reason === chosen) && terms.every((term) => gap.haystack.includes(term)));
    count.textContent = say("gapsCount", whole(shown.length), whole(gaps.length));
    advice.textContent = chosen >= 0 ? pick(run.reasons[chosen])[1] : "";
    body.style.height = shown.length * GAP_HEIGHT + "px";
    list.scrollTop = 0;
    render();
  }

  function render() {
    const first = Math.max(0, Math.floor(list.scrollTop / GAP_HEIGHT) - 8);
    const end = Math.min(shown.length, first + Math.ceil((list.clientHeight || 400) / GAP_HEIGHT) + 16);
    replace(body, shown.slice(first, end).map((gap, i) => {
      const row = gapRow(gap, run);
      row.style.top = (first + i) * GAP_HEIGHT + "px";
      return row;
    }));
  }

  update();
  return section("gaps", say("gapsSection"), say("gapsHelp"), el("div.toolbar", {}, el("div.controls", {}, query, chips), count), advice, list,
    run.gapsLeftOut > 0 ? el("p.help", {}, say("gapsMore", whole(run.gapsLeftOut))) : null);
}

function listGaps(model) {
  return model.sources.filter((source) => source.reason >= 0 || source.gaps.length > 0).map((source) => {
    const reason = source.reason >= 0 ? source.reason : source.gaps[0].reason;
    const info = model.run.reasons[reason];
    return {
      source, reason, matters: info.counts,
      haystack: [sourceName(source), info.name, ...info.zh, ...info.en].join("\n").toLowerCase(),
    };
  }).sort((a, b) => Number(b.matters) - Number(a.matters));
}

function gapRow({ source, reason }, run) {
  const info = run.reasons[reason];
  const gap = source.gaps.find((gap) => gap.reason === reason);
  const missing = gap && gap.bytes !== null ? gap.bytes : source.size > source.scanned ? source.size - source.scanned : null;
  return el("div.gap" + (info.counts ? ".matters" : ""), {},
    el("span.path", { title: visible(sourceName(source)) }, named(shortened(sourceName(source), 90))),
    el("span.reason", {}, info.counts ? "! " : "", pick(info)[0], el("code", {}, info.name)),
    el("span.status", {}, say(STATUSES[source.status])),
    el("span.missing", {}, missing ? say("notScanned", bytes(missing)) : "", gap && gap.offset !== null ? " " + say("atByte", whole(gap.offset)) : ""));
}
