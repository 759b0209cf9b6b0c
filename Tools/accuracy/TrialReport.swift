import Foundation

/// The tables of a trial: type by surrounding, averages, columns, reliability, and its gates.
struct TrialReport {
  let scores: TrialScores
  let columns: ColumnComparison?
  /// Right and wrong findings of the mission's types, by level.
  let reliability: [Reliability]
  let gates: [Gate]
  let showsBeyond: Bool

  /// How often findings of a level were right, beside what the level promises.
  struct Reliability {
    let level: String
    let promised: Double
    let right: Int
    let wrong: Int

    var observed: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    /// What is merely possible is not listed unless asked for, and no gate holds it.
    var isKept: Bool { observed >= promised || level == "possible" }
  }

  /// The promise of each level (contract: likely is right in 9 of 10, certain in 99 of 100).
  static let promises: [(level: String, share: Double)] = [
    ("possible", 0.5), ("likely", 0.9), ("certain", 0.99),
  ]

  static func reliability(of comparison: FindingComparison) -> [Reliability] {
    promises.map { promise in
      let tallies = (comparison.tallies[promise.level] ?? [:]).values
      return Reliability(
        level: promise.level, promised: promise.share,
        right: tallies.reduce(0) { $0 + $1.right }, wrong: tallies.reduce(0) { $0 + $1.wrong })
    }
  }

  var text: String {
    var lines = table(TrialScores.mission)
    if !scores.beyond.isEmpty {
      lines += ["", "types beyond the mission, all surroundings together"]
      lines += showsBeyond ? table(scores.beyond) : totals(scores.beyond)
    }
    if let columns { lines += columnLines(columns) }
    lines += ["", Self.row(["level", "promised", "right", "wrong", "observed"])]
    for row in reliability {
      lines.append(
        Self.row([
          row.level, Self.share(row.promised), String(row.right), String(row.wrong),
          Self.share(row.observed) + (row.isKept ? "" : " BROKEN"),
        ]))
    }
    if !gates.isEmpty {
      lines.append("")
      for gate in gates {
        let failures = failures(of: gate)
        lines.append("gate \(gate.text): " + (failures.isEmpty ? "reached" : "MISSED"))
        lines += failures.map { "  " + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var passes: Bool { gates.allSatisfy { failures(of: $0).isEmpty } }

  /// Everybody who falls short of the gate.
  func failures(of gate: Gate) -> [String] {
    switch gate.demand {
    case .columns(let share):
      guard let columns, columns.share < share else { return [] }
      return ["\(Self.share(columns.share)) of the columns are right"]
    case .reliability:
      return reliability.filter { !$0.isKept }.map { "\($0.level): \(Self.share($0.observed))" }
    case .score(let place, let measure, let share):
      return TrialScores.mission.compactMap { type in
        guard let score = scores.score(type, place == "all" ? nil : place),
          score.value(measure) < share
        else { return nil }
        return "\(type): \(Self.share(score.value(measure)))"
      }
    }
  }

  private func table(_ types: [String]) -> [String] {
    var lines: [String] = []
    for place in scores.places {
      lines.append(Self.row([place] + Self.heads))
      for type in types {
        guard let score = scores.score(type, place) else { continue }
        lines.append(Self.row([type] + Self.cells(score)))
      }
      lines += averages(types, place) + [""]
    }
    return lines + totals(types)
  }

  private func totals(_ types: [String]) -> [String] {
    var lines = [Self.row(["all"] + Self.heads)]
    for type in types {
      guard let score = scores.score(type) else { continue }
      lines.append(Self.row([type] + Self.cells(score)))
    }
    return lines + averages(types, nil)
  }

  private func averages(_ types: [String], _ place: String?) -> [String] {
    let means = Gate.Measure.allCases.map { Self.share(scores.macro(types, place, $0)) }
    return [
      Self.row(["micro"] + Self.cells(scores.micro(types, place))),
      Self.row(["macro", "", "", ""] + means),
    ]
  }

  private func columnLines(_ columns: ColumnComparison) -> [String] {
    var lines = ["", Self.row(["columns", "all", "right", "decoys", "clean"])]
    for (place, tally) in columns.tallies.sorted(by: { $0.key < $1.key }) {
      let counts = [tally.columns, tally.right, tally.decoys, tally.cleanDecoys]
      lines.append(Self.row([place] + counts.map { String($0) }))
    }
    return lines + columns.complaints.prefix(40).map { "  " + $0 }
  }

  private static let heads = ["tp", "fp", "fn", "precision", "recall", "F1"]

  private static func cells(_ score: Score) -> [String] {
    [score.found, score.falseAlarms, score.missed].map { String($0) }
      + Gate.Measure.allCases.map { share(score.value($0)) }
  }

  static func share(_ value: Double) -> String { String(format: "%.4f", value) }

  /// The first cell left, the others right.
  static func row(_ cells: [String]) -> String {
    cells.enumerated().map { index, cell in
      let width = index == 0 ? 18 : 11
      let gap = String(repeating: " ", count: max(1, width - cell.count))
      return index == 0 ? cell + gap : gap + cell
    }.joined()
  }
}
