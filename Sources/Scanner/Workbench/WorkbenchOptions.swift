package import Detectors
package import Findings
package import Inputs

/// What every workbench of a run needs to know.
package struct WorkbenchOptions: Sendable {
  let ruleSet: RuleSet
  /// Every rule there is, where the run looks for some types only: names are masked by all.
  let maskingRules: RuleSet?
  let key: FingerprintKey
  let asOf: CivilDate
  /// Findings below are not listed.
  let minimumLevel: Level
  /// Findings below are counted as possible only: `likely`, or what is listed if that is weaker.
  let countedLevel: Level
  /// Values leave the program unmasked.
  let reveals: Bool
  /// The most findings of one asset, field and type that are listed; 0 if nobody will read them.
  let findingsLimit: Int
  let archiveLimits: ArchiveLimits

  package init(
    ruleSet: RuleSet, key: FingerprintKey, asOf: CivilDate, minimumLevel: Level, reveals: Bool,
    findingsLimit: Int, maskingRules: RuleSet? = nil, archiveLimits: ArchiveLimits = ArchiveLimits()
  ) {
    self.archiveLimits = archiveLimits
    self.ruleSet = ruleSet
    self.maskingRules = maskingRules
    self.key = key
    self.asOf = asOf
    self.minimumLevel = minimumLevel
    countedLevel = min(minimumLevel, .likely)
    self.reveals = reveals
    self.findingsLimit = findingsLimit
  }
}
