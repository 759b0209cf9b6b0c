package import Findings

/// What pattern, checks and context accepted: a value with its evidence, masked and fingerprinted.
/// The value itself stays behind.
package struct Hit: Sendable {
  /// Index of the rule, which is the index of its type.
  package var rule: UInt16
  /// What it was told from.
  package var basis: Basis = .value
  package var kind: Kind
  /// Whose datum it is, as the label before it or its column says.
  package var role: Role
  package var labels: Labels
  /// How the source hides the value.
  package var concealment = Concealment.none
  /// Sum of the evidence in decibans.
  package var decibans: Int16
  /// Byte range in the text that was searched.
  package var range: Range<Int>
  /// The birth date that the value tells.
  package var birth: CivilDate?
  /// The age that the value states, in completed years.
  package var ageInYears: Int?
  package var fingerprint: Fingerprint
  /// Ranges in the finder's arena and evidence list, valid until its next `find`.
  package var masked: Range<Int>
  package var evidence: Range<Int>
}
