/// What a text says of one datum that it names.
package struct Reading: Sendable, Hashable {
  /// Where the class comes from.
  package enum Decision: Sendable, Hashable {
    case given(DataClass)
    /// The text names the datum and gives it no class; this fallback's class holds.
    case from(policy: String)
  }

  package let datum: Datum
  package let decision: Decision
  /// `listed`, `byPosition`, `ownDefinition` or `assessment`: the others come of resolving.
  package let basis: ClassBasis
  package let citation: Citation
  package let note: String?

  package init(
    datum: Datum, decision: Decision, basis: ClassBasis, citation: Citation, note: String? = nil
  ) {
    self.datum = datum
    self.decision = decision
    self.basis = basis
    self.citation = citation
    self.note = note
  }
}
