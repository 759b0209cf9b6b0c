/// Something a text says that its operator does not collect.
package struct Exclusion: Sendable, Hashable {
  /// Empty for "nothing unrelated".
  package let data: [Datum]
  /// The purpose to which it is limited, in words of our own; nil for every purpose.
  package let purpose: String?
  package let citation: Citation

  package init(data: [Datum], purpose: String? = nil, citation: Citation) {
    self.data = data
    self.purpose = purpose
    self.citation = citation
  }
}
