/// The time in which an operator says that it answers a person's request.
package struct AnswerDeadline: Sendable, Hashable {
  /// Nil where the text names no number ("in a timely manner").
  package let days: Int?
  package let citation: Citation

  package init(days: Int?, citation: Citation) {
    self.days = days
    self.citation = citation
  }
}
