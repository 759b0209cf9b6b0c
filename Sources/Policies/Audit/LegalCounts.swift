package import Findings

/// The counts that lines of law are about.
package struct LegalCounts: Sendable {
  package let persons: PersonCount
  /// Persons of the places that hold sensitive data: an upper bound of those who have any.
  package let besideSensitive: PersonCount
  /// Findings by type.
  private let findings: [TypeID: UInt64]

  package init(
    persons: PersonCount, besideSensitive: PersonCount, findings: [TypeID: UInt64]
  ) {
    self.persons = persons
    self.besideSensitive = besideSensitive
    self.findings = findings
  }

  /// How much there is of what a line is about, and between which bounds.
  package func count(of subject: LegalLine.Subject) -> PersonCount {
    switch subject {
    case .persons: persons
    case .sensitivePersons:
      PersonCount(count: besideSensitive.count, lower: 0, upper: besideSensitive.upper)
    case .items(let types):
      PersonCount(
        exactly: findings.reduce(0) { types.contains($1.key.rawValue) ? $0 + $1.value : $0 })
    }
  }
}
