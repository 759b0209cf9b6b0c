/// What the checks of a rule said of one look-alike.
package struct Outcome: Equatable, Sendable {
  /// Index of the rule.
  package let rule: UInt16
  /// No check refused it.
  package let passed: Bool
  /// A check failed that only weighs against it.
  package let isDoubted: Bool
  /// Its form has checks: what only a pattern matched proves nothing by being many.
  package let isChecked: Bool
}
