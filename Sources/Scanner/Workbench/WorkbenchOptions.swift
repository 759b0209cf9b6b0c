package import Detectors
package import Findings

/// What every workbench of a run needs to know.
package struct WorkbenchOptions: Sendable {
  package let ruleSet: RuleSet
  package let key: FingerprintKey
  package let asOf: CivilDate
  /// Findings below are counted as possible and not listed.
  package let minimumLevel: Level
  /// Values leave the program unmasked.
  package let reveals: Bool
  /// Somebody will read the findings; otherwise they are only counted.
  package let keepsFindings: Bool
  /// The rule whose values outweigh other evidence of age.
  let residentIDRule: Int?

  package init(
    ruleSet: RuleSet, key: FingerprintKey, asOf: CivilDate, minimumLevel: Level, reveals: Bool,
    keepsFindings: Bool
  ) {
    self.ruleSet = ruleSet
    self.key = key
    self.asOf = asOf
    self.minimumLevel = minimumLevel
    self.reveals = reveals
    self.keepsFindings = keepsFindings
    residentIDRule = ruleSet.rules.firstIndex { $0.id.rawValue == "resident-id" }
  }
}
