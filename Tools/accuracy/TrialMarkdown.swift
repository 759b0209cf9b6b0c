/// The same results as tables of a document.
struct TrialMarkdown {
  let report: TrialReport

  var text: String {
    var parts = [matrix, totals(TrialScores.mission), averages]
    if !report.scores.beyond.isEmpty { parts.append(totals(report.scores.beyond)) }
    if let columns = report.columns, !columns.tallies.isEmpty { parts.append(table(columns)) }
    parts.append(levels)
    return parts.joined(separator: "\n")
  }

  /// Precision and recall of the mission's types in every surrounding.
  private var matrix: String {
    let places = report.scores.places
    var lines = [row(["precision / recall"] + places), rule(places.count)]
    for type in TrialScores.mission {
      let cells = places.map { place in
        report.scores.score(type, place).map { score in
          score.expected + score.falseAlarms == 0
            ? "" : short(score.precision) + " / " + short(score.recall)
        } ?? ""
      }
      if cells.contains(where: { !$0.isEmpty }) { lines.append(row([type] + cells)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func totals(_ types: [String]) -> String {
    var lines = [
      row(["type", "right", "false", "missed", "precision", "recall", "F1"]), rule(6),
    ]
    for type in types {
      guard let score = report.scores.score(type), score.expected + score.falseAlarms > 0 else {
        continue
      }
      lines.append(row([type] + cells(score)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var averages: String {
    var lines = [row(["mission, all types", "micro F1", "macro F1"]), rule(2)]
    for place in report.scores.places.map({ Optional($0) }) + [nil] {
      let micro = report.scores.micro(TrialScores.mission, place)
      guard micro.expected + micro.falseAlarms > 0 else { continue }
      let macro = report.scores.macro(TrialScores.mission, place, .f1)
      lines.append(row([place ?? "all", TrialReport.share(micro.f1), TrialReport.share(macro)]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ columns: ColumnComparison) -> String {
    var lines = [row(["columns", "all", "right", "decoys", "clean"]), rule(4)]
    for (place, tally) in columns.tallies.sorted(by: { $0.key < $1.key }) {
      let counts = [tally.columns, tally.right, tally.decoys, tally.cleanDecoys]
      lines.append(row([place] + counts.map { String($0) }))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var levels: String {
    var lines = [row(["level", "promised", "right", "wrong", "observed"]), rule(4)]
    for level in report.reliability {
      lines.append(
        row([
          level.level, TrialReport.share(level.promised), String(level.right),
          String(level.wrong), TrialReport.share(level.observed),
        ]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ score: Score) -> [String] {
    [score.found, score.falseAlarms, score.missed].map { String($0) }
      + [score.precision, score.recall, score.f1].map(TrialReport.share)
  }

  /// `1` and `.998`, so that a row with all surroundings can be read.
  private func short(_ value: Double) -> String {
    value == 1 ? "1" : String(TrialReport.share(value).dropFirst())
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func rule(_ numbers: Int) -> String {
    "|---|" + String(repeating: "---:|", count: numbers)
  }
}
