/// One clause of a declaration.
package struct Declaration: Sendable, Hashable {
  /// What the scanner can find of it.
  package let data: [Datum]
  /// What it cannot, in the text's own words.
  package let others: [String]
  /// The clause, with the words of both.
  package let citation: Citation

  package init(data: [Datum], others: [String], citation: Citation) {
    self.data = data
    self.others = others
    self.citation = citation
  }
}
