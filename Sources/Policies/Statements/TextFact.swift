/// Anything else a text says that a reader of the report should know.
package struct TextFact: Sendable, Hashable {
  /// In words of our own.
  package let statement: String
  package let citation: Citation

  package init(statement: String, citation: Citation) {
    self.statement = statement
    self.citation = citation
  }
}
