// The matrix of assets and types as a tree of rows, of which only those in view are there.

const ROW_HEIGHT = 34;
const ROWS_BEYOND = 10;

function makeGrid(model, openCell) {
  const { run, root } = model;
  // Shown rows, top to bottom; types that have a column; where the reader stands.
  let shown = [];
  let columns = [];
  const at = { row: 0, column: 0 };
  const made = new Map();

  const headings = el("div.headings", { role: "row", "aria-rowindex": "1" });
  const body = el("div.body", { role: "rowgroup" });
  const grid = el("div.grid", {
    role: "treegrid", tabindex: "-1", "aria-label": say("map"),
    onscroll: () => requestAnimationFrame(render),
  }, el("div.top", { role: "rowgroup" }, headings), body);
  const empty = el("p.empty", {}, say("nothing"));

  function list() {
    shown = [];
    const visit = (node) => {
      shown.push(node);
      if (node.isOpen) for (const below of node.children) if (hasPassing(below)) visit(below);
    };
    if (hasPassing(root)) visit(root);
    at.row = Math.min(at.row, Math.max(0, shown.length - 1));
    grid.setAttribute("aria-rowcount", String(shown.length + 1));
    body.style.height = shown.length * ROW_HEIGHT + "px";
    redraw();
  }

  function redraw() {
    for (const element of made.values()) element.remove();
    made.clear();
    render();
  }

  // The gravest types come first, of equals the most frequent.
  function listColumns() {
    const sums = sumsOf(root, model);
    columns = [...sums.keys()].sort((a, b) => {
      const [x, y] = [sums.get(a), sums.get(b)];
      return y.gravest - x.gravest || y.count - x.count || a - b;
    });
    at.column = Math.min(at.column, columns.length + 1);
    grid.style.setProperty("--columns", String(columns.length));
    grid.setAttribute("aria-colcount", String(columns.length + 2));
    replace(headings,
      el("div.name", { role: "columnheader", "aria-colindex": "1" }, say("asset")),
      el("div.count.sum", { role: "columnheader", "aria-colindex": "2" }, el("span", {}, say("total"))),
      columns.map((type, i) => el("div.count", {
        role: "columnheader", "aria-colindex": String(i + 3), title: pick(run.types[type]) + " · " + run.types[type].id,
      }, el("span", {}, pick(run.types[type])))));
    empty.hidden = columns.length > 0;
    grid.hidden = columns.length === 0;
  }

  function range() {
    const top = Math.max(0, Math.floor(grid.scrollTop / ROW_HEIGHT) - ROWS_BEYOND);
    const height = grid.clientHeight || 600;
    return [top, Math.min(shown.length, top + Math.ceil(height / ROW_HEIGHT) + 2 * ROWS_BEYOND)];
  }

  // Rows in view, and the one where the reader stands: it keeps the keys however far it is.
  function render() {
    const [first, end] = range();
    for (const [i, element] of made) {
      if ((i < first || i >= end) && i !== at.row) {
        element.remove();
        made.delete(i);
      }
    }
    const need = (i) => {
      if (made.has(i) || i >= shown.length) return;
      const element = makeRow(shown[i], i);
      made.set(i, element);
      body.append(element);
    };
    for (let i = first; i < end; i += 1) need(i);
    need(at.row);
  }

  function makeRow(node, index) {
    const sums = sumsOf(node, model);
    const hasChildren = node.children.length > 0;
    const row = el("div.row." + node.kind, {
      role: "row", "aria-level": String(node.depth + 1), "aria-rowindex": String(index + 2),
      "aria-expanded": hasChildren ? String(node.isOpen) : null,
    });
    row.style.top = index * ROW_HEIGHT + "px";
    row.append(nameCell(node, index, hasChildren), countCell(node, index, -1, totalOf(node, model)));
    columns.forEach((type, i) => {
      const sum = sums.get(type);
      row.append(sum ? countCell(node, index, type, sum, i + 2)
        : el("div.cell.blank", { role: "gridcell", "aria-colindex": String(i + 3), "data-at": `${index},${i + 2}`, tabindex: tabindex(index, i + 2) }));
    });
    return row;
  }

  function tabindex(row, column) {
    return at.row === row && at.column === column ? "0" : "-1";
  }

  function nameCell(node, index, hasChildren) {
    const name = nodeName(node);
    return el("div.name", {
      role: "rowheader", "aria-colindex": "1", "data-at": `${index},0`, "--depth": String(node.depth),
      tabindex: tabindex(index, 0), title: visible(name),
    },
    el("span.twist", { "aria-hidden": "true" }, hasChildren ? (node.isOpen ? "▾" : "▸") : ""),
    el("span.label", {}, named(shortened(name, 64))),
    node.source && node.source.reason >= 0 ? el("span.mark", { title: pick(run.reasons[node.source.reason])[0] }, "!") : null);
  }

  function countCell(node, index, type, sum, column = 1) {
    const title = type < 0 ? say("total") : pick(run.types[type]);
    const text = `${title}: ${whole(sum.count)}, ${say(CLASSES[sum.gravest])}` + (sum.minor ? ", " + say("legendMinor") : "");
    return el("div.cell." + CLASSES[sum.gravest] + (type < 0 ? ".sum" : "") + (sum.minor ? ".minor" : ""), {
      role: "gridcell", "aria-colindex": String(column + 1), "data-at": `${index},${column}`, title: text, "aria-label": text,
      tabindex: tabindex(index, column),
      "--depth": type < 0 ? null : (0.16 + Math.min(0.7, 0.14 * Math.log10(sum.count + 1))).toFixed(2),
    }, brief(sum.count), sign(sum.gravest));
  }

  function toggle(index, open) {
    const node = shown[index];
    if (!node || node.children.length === 0 || node.isOpen === open) return;
    node.isOpen = open;
    list();
    focus();
  }

  // Brings the place where the reader stands into view and gives it the keys.
  function focus() {
    const top = at.row * ROW_HEIGHT;
    const room = grid.clientHeight - headings.offsetHeight;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + ROW_HEIGHT > grid.scrollTop + room) grid.scrollTop = top + ROW_HEIGHT - room;
    render();
    const old = body.querySelector('[tabindex="0"]');
    if (old) old.tabIndex = -1;
    const cell = body.querySelector(`[data-at="${at.row},${at.column}"]`);
    if (!cell) return;
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
    if (at.column < 2) return;
    const names = body.querySelector(".name").offsetWidth + cell.offsetWidth;
    if (cell.offsetLeft < grid.scrollLeft + names) grid.scrollLeft = cell.offsetLeft - names;
    else if (cell.offsetLeft + cell.offsetWidth > grid.scrollLeft + grid.clientWidth) {
      grid.scrollLeft = cell.offsetLeft + cell.offsetWidth - grid.clientWidth;
    }
  }

  function activate() {
    const node = shown[at.row];
    if (!node) return;
    if (at.column === 0) toggle(at.row, !node.isOpen);
    else {
      const type = at.column === 1 ? null : columns[at.column - 2];
      if (type === null || sumsOf(node, model).has(type)) openCell(node, type, focus);
    }
  }

  const page = () => Math.max(1, Math.floor((grid.clientHeight - headings.offsetHeight) / ROW_HEIGHT) - 1);
  const keys = {
    ArrowDown: () => { at.row += 1; },
    ArrowUp: () => { at.row -= 1; },
    PageDown: () => { at.row += page(); },
    PageUp: () => { at.row -= page(); },
    Home: (event) => { if (event.ctrlKey) at.row = 0; at.column = 0; },
    End: (event) => { if (event.ctrlKey) at.row = shown.length - 1; at.column = columns.length + 1; },
    ArrowRight: () => {
      const node = shown[at.row];
      if (at.column === 0 && node.children.length > 0 && !node.isOpen) toggle(at.row, true);
      else at.column += 1;
    },
    ArrowLeft: () => {
      const node = shown[at.row];
      if (at.column > 0) at.column -= 1;
      else if (node.isOpen) toggle(at.row, false);
      else if (node.parent) at.row = Math.max(0, shown.indexOf(node.parent));
    },
    Enter: activate,
    " ": activate,
  };

  grid.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.altKey || event.metaKey) return;
    event.preventDefault();
    act(event);
    at.row = Math.max(0, Math.min(shown.length - 1, at.row));
    at.column = Math.max(0, Math.min(columns.length + 1, at.column));
    if (event.key !== "Enter" && event.key !== " ") focus();
  });

  grid.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-at]");
    if (!cell) return;
    [at.row, at.column] = cell.dataset.at.split(",").map(Number);
    focus();
    activate();
  });

  function update() {
    listColumns();
    list();
  }

  subscribe(update);
  const open = (kinds) => {
    openTo(root, kinds);
    list();
  };
  const opener = el("div.opener", { role: "group", "aria-label": say("expand") }, el("span", {}, say("expand")),
    ...[["toFolders", ["all"]], ["toAssets", ["all", "folder"]], ["toFields", ["all", "folder", "file", "member", "table"]]]
      .map(([key, kinds]) => el("button.plain", { type: "button", onclick: () => open(kinds) }, say(key))));
  return {
    update,
    element: el("section.map", { id: "map" },
      el("div.heading", {}, el("h2", {}, say("map")), legend(), opener),
      el("p.help", {}, say("mapHelp")), grid, empty),
  };
}

function legend() {
  return el("div.legend", { "aria-label": say("legend") }, classTag(2), classTag(1), classTag(0),
    el("span.tag.young", {}, el("span.corner", { "aria-hidden": "true" }), say("legendMinor")));
}
