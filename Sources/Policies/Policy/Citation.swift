/// A clause and the words that stand there: a few of the text's own, never a sentence.
package struct Citation: Sendable, Hashable {
  /// The id of a clause of the policy.
  package let clause: String
  /// Each stands on the clause's line; empty where the place as a whole is cited.
  package let words: [String]

  package init(clause: String, words: [String] = []) {
    self.clause = clause
    self.words = words
  }
}
