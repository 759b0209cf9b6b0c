// Which assets hold the same persons.

const LINKS_LISTED = 12;

function makeLinks(model) {
  const { links } = model.run;
  if (links.pairs.length === 0) return null;
  const most = Math.max(...links.pairs.map((pair) => pair.shared));
  const list = el("div.links", {});
  const part = section("links", say("linksSection"), say("linksHelp"), list);
  const update = () => {
    const terms = state.query.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = links.pairs.filter((pair) => {
      const text = (assetName(links.assets[pair.first]) + "\n" + assetName(links.assets[pair.second])).toLowerCase();
      return terms.every((term) => text.includes(term));
    });
    replace(list,
      shown.length === 0 ? el("p.empty", {}, say("nothing")) : null,
      folded(shown, LINKS_LISTED, (pair) => linkRow(pair, links.assets, most)));
  };
  subscribeLate(update);
  update();
  return part;
}

function assetName(asset) {
  return asset.path + (asset.member ? "!" + asset.member : "") + (asset.table && asset.table !== asset.member ? "  " + asset.table : "");
}

function linkRow(pair, assets, most) {
  const [first, second] = [assets[pair.first], assets[pair.second]];
  const side = (asset, which) => el("span.side." + which, {},
    el("span.path", { title: visible(assetName(asset)) }, named(shortened(assetName(asset), 60))),
    el("small", {}, say("personsOf", aboutCount(asset))));
  return el("div.link", {}, side(first, "first"),
    el("span.tie", {}, el("span.fill", { "--share": String(pair.shared / most) }),
      el("b", {}, (pair.exact ? "" : say("estimate")) + whole(pair.shared))),
    side(second, "second"));
}
