package import Detectors
package import RulesetSource

/// A rule with the places it was written at, so that a fault which only compiling or trying it shows
/// can still be told with its line.
package struct RuleSource: Sendable {
  package var rule: Rule
  package var file: String
  package var mark: Mark
  /// By name of the form.
  package var forms: [String: FormMarks]
  /// The places of the examples, in the order of `rule.examples`.
  package var positiveMarks: [Place]
  package var negativeMarks: [Place]

  /// A place in one of the files that make up a rule: a rule may extend another's.
  package struct Place: Hashable, Sendable {
    package let file: String
    package let mark: Mark
  }

  package struct FormMarks: Sendable {
    package let pattern: Place
    /// By name of the check.
    package let checks: [String: Place]
  }
}
