/// The class that a text's general definition gives to data that no list names.
package struct GeneralDefinition: Sendable, Hashable {
  package let dataClass: DataClass
  package let citation: Citation

  package init(dataClass: DataClass, citation: Citation) {
    self.dataClass = dataClass
    self.citation = citation
  }
}
