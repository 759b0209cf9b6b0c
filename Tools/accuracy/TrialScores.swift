/// Scores of a trial by type and surrounding, with averages.
struct TrialScores {
  static let mission = [
    "resident-id", "mobile-phone", "landline-phone", "bank-card", "address", "imei", "imsi",
    "email",
  ]

  private(set) var byPlace: [String: [String: Score]] = [:]
  let types: [String]

  init(_ comparison: FindingComparison) {
    for (item, outcome) in zip(comparison.expected, comparison.outcomes) where item.isAsked {
      var score = byPlace[item.surrounding, default: [:]][item.type, default: Score()]
      score.expected += 1
      score.found += outcome.isFound ? 1 : 0
      score.exact += outcome.isExact ? 1 : 0
      byPlace[item.surrounding, default: [:]][item.type] = score
    }
    for alarm in comparison.falseAlarms {
      byPlace[alarm.surrounding, default: [:]][alarm.type, default: Score()].falseAlarms += 1
    }
    let met = Set(byPlace.values.flatMap(\.keys))
    types = TrialScores.mission + met.subtracting(TrialScores.mission).sorted()
  }

  var places: [String] { byPlace.keys.sorted() }

  var beyond: [String] { types.filter { !TrialScores.mission.contains($0) } }

  /// Of one type in one place, or in all of them.
  func score(_ type: String, _ place: String? = nil) -> Score? {
    guard let place else {
      return places.compactMap { score(type, $0) }.reduce(Score(), +)
    }
    return byPlace[place]?[type]
  }

  /// All values of the types together.
  func micro(_ types: [String], _ place: String? = nil) -> Score {
    types.compactMap { score($0, place) }.reduce(Score(), +)
  }

  /// The plain mean over the types that occur.
  func macro(_ types: [String], _ place: String? = nil, _ measure: Gate.Measure) -> Double {
    let values = types.compactMap { score($0, place) }.filter { $0.expected + $0.falseAlarms > 0 }
      .map { $0.value(measure) }
    return values.isEmpty ? 1 : values.reduce(0, +) / Double(values.count)
  }
}
