// The evidence for a sample as bars that add up, from even odds to what the finding is worth.

function evidenceChart(row, run) {
  const items = [];
  let sum = 0;
  for (let i = 0; i < row.evidence.length; i += 2) {
    const decibans = row.evidence[i + 1];
    items.push({ name: run.evidence[row.evidence[i]], decibans, from: sum, to: sum + decibans });
    sum += decibans;
  }
  if (items.length === 0) return null;
  const low = Math.min(0, ...items.map((item) => item.to));
  const high = Math.max(22, ...items.map((item) => item.to), ...items.map((item) => item.from));
  const width = 440;
  const [left, right, line, top] = [158, 34, 24, 20];
  const x = (decibans) => left + ((decibans - low) / (high - low)) * (width - left - right);
  const height = top + (items.length + 1) * line + 6;
  const chart = draw("svg.evidence", {
    viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": items.map((item) => `${visible(item.name)} ${signed(item.decibans)}`).join(", ") + `; ${say("sum")} ${signed(sum)}`,
  });
  for (const [decibans, text] of [[0, "50"], [10, "91"], [20, "99 %"]]) {
    chart.append(
      draw("line.mark", { x1: x(decibans), x2: x(decibans), y1: top - 4, y2: height - 4 }),
      draw("text.mark", { x: x(decibans), y: top - 8, "text-anchor": decibans === 20 ? "start" : "middle", dx: decibans === 20 ? -6 : 0 }, text));
  }
  items.forEach((item, i) => {
    const y = top + i * line;
    const begin = Math.min(item.from, item.to);
    chart.append(
      draw("text", { x: left - 8, y: y + 15, "text-anchor": "end" },
        draw("title", {}, visible(item.name)), shortened(evidenceName(item.name), language === "zh" ? 13 : 23)),
      draw("rect" + (item.decibans < 0 ? ".against" : ".for"), {
        x: x(begin), y: y + 4, width: Math.max(1, x(Math.max(item.from, item.to)) - x(begin)), height: line - 9, rx: 2,
      }),
      draw("text.number", { x: x(Math.max(item.from, item.to)) + 5, y: y + 15 }, signed(item.decibans)));
    if (i < items.length - 1) {
      chart.append(draw("line.step", { x1: x(item.to), x2: x(item.to), y1: y + line - 5, y2: y + line + 4 }));
    }
  });
  const y = top + items.length * line;
  const isFar = x(sum) > width - 130;
  chart.append(
    draw("line.rule", { x1: 0, x2: width, y1: y, y2: y }),
    draw("text.total", { x: left - 8, y: y + 17, "text-anchor": "end" }, say("sum")),
    draw("text.total", { x: x(sum) + (isFar ? -9 : 9), y: y + 17, "text-anchor": isFar ? "end" : "start" }, `${signed(sum)}  =  ${chance(sum)}`),
    draw("circle.total", { cx: x(sum), cy: y + 13, r: 3.5 }));
  return chart;
}

function signed(decibans) {
  return decibans < 0 ? "−" + -decibans : "+" + decibans;
}

// The probability that a sum of decibans stands for.
function chance(decibans) {
  const odds = 10 ** (decibans / 10);
  const share = (100 * odds) / (1 + odds);
  return (share > 99.95 ? "> 99.9" : share.toFixed(1)) + " %";
}
