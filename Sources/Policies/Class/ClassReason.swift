/// Why a datum has its class: what stands behind the clause and the basis.
package struct ClassReason: Sendable, Hashable {
  /// What decided.
  package enum Cause: UInt8, Sendable {
    /// A reading of this very datum: a list or an assessment that names it.
    case datum
    /// The general definition of a text, since no list names the datum.
    case definition
    /// The record is of a person below the text's age.
    case minor
    /// The datum, which is of nobody alone, stands beside others that are of a person.
    case combination
  }

  package let cause: Cause
  /// The id of the policy whose text gives the class; another than the judging one for a fallback.
  package let policy: String
  /// The basis inside that text; `assessment` stays visible here where the verdict says
  /// `fallback definition`.
  package let basis: ClassBasis
  /// The datum's own words there, few; empty for an assessment without words.
  package let words: String
  /// A remark of the policy file, such as the standard that an assessment follows.
  package let note: String?
  /// The clause of the judging text that names the datum without giving it a class.
  package let namedAt: String?

  package init(
    cause: Cause, policy: String, basis: ClassBasis, words: String, note: String? = nil,
    namedAt: String? = nil
  ) {
    self.cause = cause
    self.policy = policy
    self.basis = basis
    self.words = words
    self.note = note
    self.namedAt = namedAt
  }
}
