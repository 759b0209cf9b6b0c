/// What a text says of persons below one age.
package struct AgeRule: Sendable, Hashable {
  /// What the text attaches to the age, beside a class.
  package enum Consequence: String, Sendable, CaseIterable {
    case guardianConsent = "guardian-consent"
    /// Deleted where it was collected without a guardian's consent.
    case deletedWithoutConsent = "deleted-without-consent"
    case specialRules = "special-rules"
    case encrypted = "encrypted"
  }

  /// Persons with fewer completed years than this; "14 and under" is 15.
  package let belowYears: Int
  /// The class of any personal datum of such a person, where the text gives one.
  package let dataClass: DataClass?
  /// The basis of that class: `listed`, or `assessment`.
  package let basis: ClassBasis
  package let consequences: [Consequence]
  package let citation: Citation

  package init(
    belowYears: Int, dataClass: DataClass? = nil, basis: ClassBasis = .listed,
    consequences: [Consequence] = [], citation: Citation
  ) {
    self.belowYears = belowYears
    self.dataClass = dataClass
    self.basis = basis
    self.consequences = consequences
    self.citation = citation
  }

  /// The thresholds that the tallies of a run can tell apart (see `AgeBand`).
  package static let talliedThresholds = [14, 15, 18]
}
