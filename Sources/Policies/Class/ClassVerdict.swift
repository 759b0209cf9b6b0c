/// The class of a datum by one policy, with the clause that it rests on.
package struct ClassVerdict: Sendable, Hashable {
  package let dataClass: DataClass
  /// The id of the clause; where a fallback decides, its policy's id and a colon stand before it
  /// (`pipl:Art. 28(1)`).
  package let clause: String
  package let basis: ClassBasis
  package let reason: ClassReason

  package init(dataClass: DataClass, clause: String, basis: ClassBasis, reason: ClassReason) {
    self.dataClass = dataClass
    self.clause = clause
    self.basis = basis
    self.reason = reason
  }
}
