import Findings

/// The age rule that decides the class of a minor's data under one policy.
struct ClassRule: Sendable {
  let rule: AgeRule
  let dataClass: DataClass
  /// Place of its text in the policy's chain; 0 for the policy itself.
  let depth: Int
  let birthday: BirthdayRule

  /// Whether a person of `age` is below the rule's age; false for an unknown age.
  func covers(_ age: Age) -> Bool { age.isBelow(rule.belowYears, birthday: birthday) }

  /// Whether the tallies of a run, which know the bands of `AgeBand` and who turns 14 on the as-of
  /// day, can tell who is covered.
  var isTallied: Bool {
    AgeRule.talliedThresholds.contains(rule.belowYears)
      && (birthday == .on || rule.belowYears == 14)
  }
}
