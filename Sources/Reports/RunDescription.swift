package import Findings
package import Policies

/// What every report says of the run that made it, and what it needs to read a finding.
///
/// The command makes it once. It holds no time of day and no duration, so that the same input and
/// options give the same bytes.
package struct RunDescription: Sendable {
  /// The language of titles and of the summary on the terminal.
  package enum Language: String, Sendable {
    case chinese = "zh"
    case english = "en"
  }

  /// Where the key of the fingerprints comes from: only a key from a file lets two runs be linked.
  package enum KeyKind: String, Sendable {
    case random
    case file
  }

  /// `0.1.0`.
  package var programVersion: String
  /// Hash of the rules and policies in use, as `--version` prints it.
  package var rulesetHash: String
  /// `10.42 2022-12-11`, as PCRE2 names itself.
  package var pcre2Version: String
  /// The day on which ages are reckoned.
  package var asOf: CivilDate
  package var language: Language
  /// The run's types: `FindingRecord.type` and `SourceTally.Key.type` are indices into it.
  package var types: [TypeInfo]
  /// What the values of each type tell of who a person is.
  package var identifiers: [Identifier?] { types.map { Identifier(type: $0.id) } }
  /// The run's items of evidence: `Evidence.name` is an index into it.
  package var evidenceNames: EvidenceNameList
  /// The run's policies, at least one; the first decides `class`.
  package var judge: Judge
  /// The weakest level that is listed.
  package var minimumLevel: Level
  /// Whether findings carry the unmasked value.
  package var reveals: Bool
  package var keyKind: KeyKind
  /// `--strict`: every status other than `scanned` makes the run incomplete.
  package var isStrict: Bool
  /// What its report must know to be merged with others.
  package var origin: RunOrigin

  package init(
    programVersion: String, rulesetHash: String, pcre2Version: String, asOf: CivilDate,
    language: Language, types: [TypeInfo], evidenceNames: EvidenceNameList, judge: Judge,
    minimumLevel: Level, reveals: Bool = false, keyKind: KeyKind = .random, isStrict: Bool = false,
    origin: RunOrigin = .unknown
  ) {
    precondition(!judge.policies.isEmpty, "a run has a policy")
    self.programVersion = programVersion
    self.rulesetHash = rulesetHash
    self.pcre2Version = pcre2Version
    self.asOf = asOf
    self.language = language
    self.types = types
    self.evidenceNames = evidenceNames
    self.judge = judge
    self.minimumLevel = minimumLevel
    self.reveals = reveals
    self.keyKind = keyKind
    self.isStrict = isStrict
    self.origin = origin
  }

  /// The title of a type in the run's language.
  func title(ofType type: Int) -> String {
    switch language {
    case .chinese: types[type].titleInChinese
    case .english: types[type].titleInEnglish
    }
  }
}
