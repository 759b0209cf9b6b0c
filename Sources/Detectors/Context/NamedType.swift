import Findings

/// The type of a column's values that its name or comment tells, where no look of theirs does.
struct NamedType: Sendable {
  /// Index of the rule, which has no forms.
  let rule: Int
  /// The word has no other meaning: 民族, `password`. A weak one (`level`) makes a value possible.
  let isStrong: Bool
  let basis: Basis
  /// The word, with what it is worth.
  let evidence: Evidence
}
