import Foundation

/// Precision, recall and F1 per type and surrounding, and per type.
struct AccuracyReport {
  private let comparison: FindingComparison
  private var byType: [String: Score] = [:]
  private var byPlace: [String: [String: Score]] = [:]

  init(_ comparison: FindingComparison) {
    self.comparison = comparison
    for (item, outcome) in zip(comparison.expected, comparison.outcomes) where item.isAsked {
      count(item.type, item.surrounding) { score in
        score.expected += 1
        score.found += outcome.isFound ? 1 : 0
        score.exact += outcome.isExact ? 1 : 0
      }
    }
    for alarm in comparison.falseAlarms {
      count(alarm.type, alarm.surrounding) { $0.falseAlarms += 1 }
    }
  }

  private mutating func count(_ type: String, _ place: String, _ change: (inout Score) -> Void) {
    change(&byType[type, default: Score()])
    change(&byPlace[type, default: [:]][place, default: Score()])
  }

  /// Whether every type reaches the share in both precision and recall.
  func reaches(_ share: Double) -> Bool {
    byType.values.allSatisfy { $0.precision >= share && $0.recall >= share }
  }

  func text(verbose: Bool) -> String {
    var lines = [row("type", "surrounding", nil)]
    for type in byPlace.keys.sorted() {
      for (place, score) in (byPlace[type] ?? [:]).sorted(by: { $0.key < $1.key }) {
        lines.append(row(type, place, score))
      }
    }
    lines.append("")
    lines.append(row("type", "all", nil))
    for (type, score) in byType.sorted(by: { $0.key < $1.key }) {
      lines.append(row(type, "", score))
    }
    lines.append("")
    lines.append(contentsOf: facts)
    lines.append(
      "not judged: \(comparison.otherTypes) of other types, \(comparison.belowLevel) below the level, "
        + "\(comparison.inExpectations) in the expectations themselves")
    if verbose { lines.append(contentsOf: places) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Per fact: how many right findings state it differently.
  private var facts: [String] {
    let found = comparison.outcomes.count(where: \.isFound)
    return ["age_band", "kind", "table", "field", "record"].map { fact in
      let wrong = comparison.outcomes.count { $0.wrongFacts.contains(fact) }
      return "\(fact): \(wrong) of \(found) right findings differ"
    }
  }

  /// Misses, false alarms and differing facts by place; never by value.
  var places: [String] {
    var lines: [String] = []
    for (item, outcome) in zip(comparison.expected, comparison.outcomes) {
      let place = "\(item.type) \(item.surrounding) " + spot(item.path, item.start, item.end)
      if !outcome.isFound {
        if !item.isAsked { continue }
        lines.append("missed " + place)
      } else if !outcome.wrongFacts.isEmpty {
        lines.append("differs " + place + " " + outcome.wrongFacts.joined(separator: ","))
      }
    }
    for alarm in comparison.falseAlarms {
      lines.append(
        "false \(alarm.type) \(alarm.surrounding) " + spot(alarm.path, alarm.start, alarm.end)
          + " (\(alarm.reason))")
    }
    return lines
  }

  /// `path:start-end`, long runs of digits in the path masked.
  private func spot(_ path: String, _ start: Int?, _ end: Int?) -> String {
    var masked = ""
    var run = ""
    for character in path + "\n" {
      if character.isASCII, character.isNumber {
        run.append(character)
        continue
      }
      masked += run.count > 6 ? String(repeating: "*", count: run.count) : run
      run = ""
      if character != "\n" { masked.append(character) }
    }
    guard let start, let end else { return masked }
    return "\(masked):\(start)-\(end)"
  }

  private func row(_ type: String, _ place: String, _ score: Score?) -> String {
    func fill(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    let head = fill(type, 16) + fill(place, 20)
    guard let score else {
      return head
        + ["expected", "right", "exact", "missed", "false", "precision", "recall", "F1"]
        .map { right($0, 10) }.joined()
    }
    let counts = [
      score.expected, score.found, score.exact, score.expected - score.found, score.falseAlarms,
    ]
    let shares = [score.precision, score.recall, score.f1]
    return head + counts.map { right(String($0), 10) }.joined()
      + shares.map { right(String(format: "%.4f", $0), 10) }.joined()
  }
}
