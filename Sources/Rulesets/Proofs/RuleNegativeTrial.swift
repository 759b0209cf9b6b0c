import Detectors

/// Tries an example that must not match: as written and behind a prefix.
struct RuleNegativeTrial {
  private let trial: RuleTrial
  private let example: Examples.Negative
  private let rule: Rule

  init(_ trial: RuleTrial, _ example: Examples.Negative, rule: Rule) {
    self.trial = trial
    self.example = example
    self.rule = rule
  }

  /// What came out otherwise, and whether the pattern matched and a check refused the value.
  func outcome() -> (faults: [RuleExampleFault], isRefusedByCheck: Bool) {
    var faults: [RuleExampleFault] = trial.find(example.text).map {
      .found(.asWritten, at: $0.range)
    }
    let isRefused = trial.wasRefused
    if let name = example.fails {
      let known = Set(rule.forms.flatMap { $0.checks.map(\.name) }).sorted()
      if !known.contains(name) {
        faults.append(.unknownCheck(name, known: known))
      } else if !isRefused {
        faults.append(.notRefused)
      }
    }
    if trial.column == nil {
      let text = RuleExampleText(text: example.text, span: 0..<0).behindPrefix
      faults += trial.find(text.text).map { .found(.behindPrefix, at: $0.range) }
    }
    return (faults, isRefused)
  }
}
