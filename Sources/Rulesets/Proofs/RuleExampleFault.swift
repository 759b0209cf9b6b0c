package import Findings

/// How an example of a rule came out otherwise than the rule says.
///
/// Ranges are byte offsets into the text of the variant; the values themselves stay out.
package enum RuleExampleFault: Hashable, Sendable {
  /// The value was not found; `found` is where the type was found instead.
  case missed(RuleExampleVariant, expected: Range<Int>, found: [Range<Int>])
  /// Found, with another sum of evidence than the level stands for.
  case otherLevel(RuleExampleVariant, expected: Level, found: Level?, decibans: Int)
  case otherBirth(expected: CivilDate?, found: CivilDate?)
  case otherKind(expected: Kind, found: Kind)
  /// The full-width form has another fingerprint than the plain one.
  case otherFingerprint
  /// Found although it is none, or no longer one.
  case found(RuleExampleVariant, at: Range<Int>)
  /// `fails` names a check that the rule does not have.
  case unknownCheck(String, known: [String])
  /// `fails` says that a check refuses the value, and no check did: the pattern never matched.
  case notRefused
  /// A rule with checks has no negative example that its pattern matches and a check refuses.
  case noRefusedExample
  case noPositiveExample
  case noNegativeExample
}
