package import Findings

/// Data that become personal or sensitive when they stand in one record with others.
package struct CombinationRule: Sendable, Hashable {
  /// What it is about; empty for any data.
  package let data: [TypeID]
  /// What it has to stand with; empty for anything that identifies the person.
  package let with: [TypeID]
  package let classAlone: DataClass
  package let classTogether: DataClass
  package let basis: ClassBasis
  package let citation: Citation

  package init(
    data: [TypeID], with: [TypeID], classAlone: DataClass, classTogether: DataClass,
    basis: ClassBasis, citation: Citation
  ) {
    self.data = data
    self.with = with
    self.classAlone = classAlone
    self.classTogether = classTogether
    self.basis = basis
    self.citation = citation
  }
}
