/// What was found, missed and raised falsely of one kind in one place.
struct Score {
  var expected = 0
  var found = 0
  var exact = 0
  var falseAlarms = 0

  var missed: Int { expected - found }

  /// 1 where nothing was reported and nothing was to report.
  var precision: Double {
    found + falseAlarms == 0 ? 1 : Double(found) / Double(found + falseAlarms)
  }
  var recall: Double { expected == 0 ? 1 : Double(found) / Double(expected) }
  var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  static func + (a: Score, b: Score) -> Score {
    Score(
      expected: a.expected + b.expected, found: a.found + b.found, exact: a.exact + b.exact,
      falseAlarms: a.falseAlarms + b.falseAlarms)
  }

  /// One of `precision`, `recall` and `f1` by its name.
  func value(_ measure: Gate.Measure) -> Double {
    switch measure {
    case .precision: precision
    case .recall: recall
    case .f1: f1
    }
  }
}
