// Persons against the lines that laws draw by their number.

// A count of persons, marked where it is an estimate.
function aboutCount(persons) {
  return (isExact(persons) ? "" : say("estimate")) + whole(persons.count);
}

function isExact(persons) {
  return persons.lower === persons.upper;
}

function makePersons(model) {
  const { lines } = model.run;
  return section("persons", say("personsSection"), say("personsHelp"),
    el("div.thresholds", {}, thresholdAxis(), folded(bySize(lines), LINES_LISTED, thresholdRow)));
}

const LINES_LISTED = 12;

// Lines that are passed come first, then those that are near.
function bySize(lines) {
  const order = ["passed", "perhaps", "near", "below"];
  return lines.map((line, i) => [order.indexOf(line.standing), i, line]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , line]) => line);
}

// The axis goes from 1 to 100 million.
const DECADES = 8;
const AXIS_WIDTH = 560;

function placeOf(number) {
  return 4 + Math.max(0, Math.min(1, Math.log10(Math.max(1, number)) / DECADES)) * (AXIS_WIDTH - 8);
}

function thresholdAxis() {
  const axis = draw("svg.axis", { viewBox: `0 0 ${AXIS_WIDTH} 18`, "aria-hidden": "true" });
  for (let i = 0; i <= DECADES; i += 1) {
    axis.append(draw("text.mark", { x: placeOf(10 ** i), y: 13, "text-anchor": i === 0 ? "start" : i === DECADES ? "end" : "middle" }, brief(10 ** i)));
  }
  return el("div.thresholdrow.axisrow", {}, el("div", {}), axis, el("div", {}));
}

function thresholdRow(line) {
  const { number, lower, upper } = line;
  const chart = draw("svg.threshold", { viewBox: `0 0 ${AXIS_WIDTH} 30`, "aria-hidden": "true" });
  for (let i = 0; i <= DECADES; i += 1) chart.append(draw("line.mark", { x1: placeOf(10 ** i), x2: placeOf(10 ** i), y1: 3, y2: 27 }));
  if (upper > 0) {
    chart.append(
      draw("rect.between", { x: placeOf(1), y: 8, width: placeOf(upper) - placeOf(1) + 2, height: 14 }),
      lower > 0 ? draw("rect.lower", { x: placeOf(1), y: 8, width: placeOf(lower) - placeOf(1) + 2, height: 14 }) : "");
  }
  chart.append(
    draw("line.line", { x1: placeOf(number), x2: placeOf(number), y1: 2, y2: 28 }),
    draw("path.flag", { d: `M${placeOf(number)} 2h7l-2.5 3.5 2.5 3.5h-7z` }));
  const share = upper / number;
  const bounds = lower === upper ? whole(upper) : lower === 0 ? say("atMost", whole(upper)) : `${whole(lower)}–${whole(upper)}`;
  return el("div.thresholdrow." + line.standing, {},
    el("div.law", {}, el("b", {}, pick(line)), el("span", {}, line.source)),
    chart,
    el("div.state", {}, el("b", {}, say("line-" + line.standing)),
      el("span", {}, say("of-" + line.subject, bounds, whole(number))),
      el("span", {}, upper === 0 ? "" : share >= 0.001 ? percent(upper, number) : "< 0.1 %")));
}

// A section of the page with its heading.
function section(id, title, help, ...parts) {
  return el("section.part", { id }, el("div.heading", {}, el("h2", {}, title)), help ? el("p.help", {}, help) : null, parts);
}
