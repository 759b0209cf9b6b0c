// Folders, files, members, tables and columns as one tree; rows in the order of its leaves, so that
// everything below a node is a range of rows.

function buildTree(model) {
  const root = makeNode(null, "", "all");
  for (const source of model.sources) {
    if (source.rows.length === 0) continue;
    const asset = place(root, source);
    asset.source = source;
    for (const row of source.rows) leaf(asset, row).rows.push(row);
  }
  flattenText(root);
  joinChains(root);
  dropOnlyRoot(root);
  order(root, model.rows = []);
  return root;
}

function makeNode(parent, label, kind) {
  return {
    parent, label, kind, children: [], byName: new Map(), rows: [], start: 0, end: 0, depth: 0,
    isOpen: false, source: null, epoch: -1, sums: null,
  };
}

function child(parent, label, kind) {
  const key = kind + "\n" + label;
  let node = parent.byName.get(key);
  if (!node) {
    node = makeNode(parent, label, kind);
    parent.byName.set(key, node);
    parent.children.push(node);
  }
  return node;
}

// The node of a source: folders of its path, the file, members within it.
function place(root, source) {
  const scheme = source.path.match(/^[a-z]+:\/\/[^/]*/);
  const head = scheme ? scheme[0] : source.path.startsWith("/") ? "/" : "";
  const rest = source.path.slice(head.length).split("/").filter((part) => part !== "");
  const parts = bounded(head ? [head, ...rest] : rest, "/");
  let node = root;
  parts.forEach((part, i) => {
    node = child(node, part, i === parts.length - 1 ? "file" : "folder");
  });
  if (source.member) {
    for (const part of bounded(source.member.split("!"), "!")) node = child(node, part, "member");
  }
  return node;
}

// A name may be made of nothing but separators; the tree is not to be as deep as that.
const DEEPEST = 64;

function bounded(parts, separator) {
  return parts.length <= DEEPEST ? parts : [...parts.slice(0, DEEPEST - 1), parts.slice(DEEPEST - 1).join(separator)];
}

// The node of a row: table and column, or the text of a source.
function leaf(asset, row) {
  if (!row.table) return child(asset, "", "text");
  const isNamed = row.table.name !== "" && row.table.name !== asset.label;
  const table = isNamed ? child(asset, row.table.name, "table") : asset;
  return child(table, row.field, "field");
}

// A source that is nothing but text needs no line for it.
function flattenText(node) {
  if (node.children.length === 1 && node.children[0].kind === "text") {
    node.rows = node.children[0].rows;
    node.children = [];
  }
  node.children.forEach(flattenText);
}

// A folder that holds one folder or file only shares its line: a/b/c.
function joinChains(node) {
  node.children.forEach((only, i) => {
    while (only.kind === "folder" && only.children.length === 1) {
      const next = only.children[0];
      next.label = only.label + (only.label.endsWith("/") ? "" : "/") + next.label;
      next.parent = node;
      only = node.children[i] = next;
    }
    joinChains(only);
  });
}

// Where all lies in one folder, that folder stands for all.
function dropOnlyRoot(root) {
  const [only, ...others] = root.children;
  if (others.length > 0 || !only || only.kind !== "folder") return;
  root.label = only.label;
  root.children = only.children;
  for (const below of root.children) below.parent = root;
}

function order(node, rows) {
  node.start = rows.length;
  node.byName = null;
  for (const row of node.rows) {
    row.node = node;
    rows.push(row);
  }
  for (const below of node.children) {
    below.depth = node.depth + 1;
    order(below, rows);
  }
  node.end = rows.length;
}

// Opens everything above fields, or only folders, or all.
function openTo(root, kinds) {
  const visit = (node) => {
    node.isOpen = node.children.length > 0 && kinds.includes(node.kind);
    node.children.forEach(visit);
  };
  visit(root);
  root.isOpen = true;
}

// The name of a node as the page shows it.
function nodeName(node) {
  if (node.kind === "all") return node.label || say("all");
  if (node.kind === "text") return say("content");
  return node.label;
}

// From the root down, without it.
function ancestry(node) {
  const path = [];
  for (let n = node; n && (n.kind !== "all" || n.label); n = n.parent) path.unshift(n);
  return path;
}
