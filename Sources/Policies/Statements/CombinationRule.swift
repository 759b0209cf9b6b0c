package import Findings

/// Data that become personal or sensitive when they stand in one record with others.
package struct CombinationRule: Sendable, Hashable {
  /// What a side of the rule is about.
  package enum Scope: Sendable, Hashable {
    /// Any data; as the other side, anything that identifies the person.
    case any
    /// Whatever, standing alone, identifies nobody.
    case unidentifying
    /// May be empty, where the text is about something that no type stands for.
    case types([TypeID])
  }

  package let data: Scope
  /// What the scanner has no type for, in the text's own words.
  package let others: [String]
  /// What it has to stand with.
  package let with: Scope
  package let classAlone: DataClass
  package let classTogether: DataClass
  /// The clause, with the words of `others` among its own.
  package let citation: Citation

  package init(
    data: Scope, others: [String] = [], with: Scope, classAlone: DataClass,
    classTogether: DataClass, citation: Citation
  ) {
    self.data = data
    self.others = others
    self.with = with
    self.classAlone = classAlone
    self.classTogether = classTogether
    self.citation = citation
  }
}
