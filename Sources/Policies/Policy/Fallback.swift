/// A law or a policy that decides where a text is silent.
package struct Fallback: Sendable, Hashable {
  package let policy: String
  /// Where the text names it.
  package let citation: Citation?
  /// The text does not name it; that it rests on it is our reading.
  package let isInferred: Bool

  package init(policy: String, citation: Citation? = nil, isInferred: Bool = false) {
    self.policy = policy
    self.citation = citation
    self.isInferred = isInferred
  }
}
