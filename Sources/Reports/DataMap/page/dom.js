// Elements are made here and nowhere else: text goes in as text, never as markup.

// el("p.note", {title: "…", onclick}, child, "text", null, …)
function el(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length > 0) element.className = classes.join(" ");
  return fill(element, attributes, children);
}

// The same for drawings.
function draw(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  if (classes.length > 0) element.setAttribute("class", classes.join(" "));
  return fill(element, attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith("--")) element.style.setProperty(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Characters that change how a line looks without being seen: controls, bidirectional marks, characters
// of no width, fillers, variation selectors, tags.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

function code(character) {
  return "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

// A name from outside as plain text in which nothing hides.
function visible(text) {
  return text.replace(UNSEEN, (character) => "\u27e8" + code(character) + "\u27e9");
}

// A name from outside for the page: what would hide stands as a sign, and it is kept apart from the
// direction of the text around it.
function named(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(el("span.unseen", {}, code(match[0])));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return el("bdi", {}, parts);
}

// A long name cut in its middle, since both ends tell where one is; the full text shows on demand.
function shortened(text, limit) {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const tail = Math.floor((limit - 1) * 0.6);
  return characters.slice(0, limit - 1 - tail).join("") + "…" + characters.slice(-tail).join("");
}

// The first of many, and behind a button the rest, as far as a page can take them.
const UNFOLDED = 500;

function folded(items, limit, make) {
  if (items.length <= limit + 3) return items.map((item) => make(item));
  const many = items.length - UNFOLDED;
  const button = el("button.plain.more", {
    type: "button",
    onclick: () => button.replaceWith(
      ...items.slice(limit, UNFOLDED).map((item) => make(item)),
      many > 0 ? el("p.help", {}, say("moreFields", whole(many))) : ""),
  }, say("showAll", whole(items.length)));
  return [...items.slice(0, limit).map((item) => make(item)), button];
}

function replace(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(Boolean));
}
