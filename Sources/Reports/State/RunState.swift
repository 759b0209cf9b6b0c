package import Findings
import Policies

/// The head of `state.bin`: all that must be the same in reports that are merged, and what was run.
package struct RunState: Sendable, Equatable {
  package var programVersion: String
  package var rulesetHash: String
  package var asOf: String
  package var language: RunDescription.Language
  package var policies: [String]
  package var types: [String]
  package var minimumLevel: Level
  package var reveals: Bool
  package var keyKind: RunDescription.KeyKind
  package var isStrict: Bool
  package var origin: RunOrigin

  init(_ run: RunDescription) {
    programVersion = run.programVersion
    rulesetHash = run.rulesetHash
    asOf = run.asOf.iso
    language = run.language
    policies = run.judge.policies.map(\.id)
    types = run.types.map(\.id.rawValue)
    minimumLevel = run.minimumLevel
    reveals = run.reveals
    keyKind = run.keyKind
    isStrict = run.isStrict
    origin = run.origin
  }

  /// What another state differs in; nil where the reports can be merged.
  func difference(from other: RunState) -> MergeError.Difference? {
    if programVersion != other.programVersion { return .program }
    if rulesetHash != other.rulesetHash { return .ruleset }
    if origin.key != other.origin.key { return .key }
    if asOf != other.asOf { return .asOf }
    if policies != other.policies { return .policies }
    if types != other.types { return .types }
    let options = [minimumLevel == other.minimumLevel, reveals == other.reveals]
    let rest = [
      isStrict == other.isStrict, language == other.language, keyKind == other.keyKind,
      origin.findings == other.origin.findings, origin.auditLimits == other.origin.auditLimits,
    ]
    return (options + rest).allSatisfy { $0 } ? nil : .options
  }

  /// Whether the two are shares of one run.
  func isOfOneRun(with other: RunState) -> Bool {
    origin.roots != nil && origin.roots == other.origin.roots && origin.shareCount > 1
      && origin.shareCount == other.origin.shareCount
  }

  /// The state of both together.
  func united(with other: RunState) -> RunState {
    var united = self
    if isOfOneRun(with: other) {
      united.origin.shares = (origin.shares + other.origin.shares).sorted()
      if united.origin.shares.count == origin.shareCount {
        united.origin.shares = [1]
        united.origin.shareCount = 1
      }
    } else {
      united.origin.roots = nil
      united.origin.shares = [1]
      united.origin.shareCount = 1
    }
    return united
  }

  // MARK: - Binary form

  func encode(into state: inout StateEncoder) {
    for text in [programVersion, rulesetHash, asOf, language.rawValue] { state.text(text) }
    state.list(policies) { $0.text($1) }
    state.list(types) { $0.text($1) }
    state.number(Int(minimumLevel.rawValue))
    state.flag(reveals)
    state.text(keyKind.rawValue)
    state.flag(isStrict)
    state.fingerprint(origin.key)
    state.optional(origin.roots) { $0.fingerprint($1) }
    state.list(origin.shares) { $0.number($1) }
    state.number(origin.shareCount)
    state.text(origin.findings)
    state.optional(origin.auditLimits) { state, limits in
      state.list(limits) {
        $0.text(LimitName.of($1.subject))
        $0.number($1.most)
      }
    }
  }

  init(from state: inout StateDecoder) throws(StateError) {
    programVersion = try state.string()
    rulesetHash = try state.string()
    asOf = try state.string()
    language = try RunDescription.Language(rawValue: state.string()).orMalformed()
    policies = try state.list { state throws(StateError) in try state.string() }
    types = try state.list { state throws(StateError) in try state.string() }
    minimumLevel = try Level(rawValue: state.byte()).orMalformed()
    reveals = try state.flag()
    keyKind = try RunDescription.KeyKind(rawValue: state.string()).orMalformed()
    isStrict = try state.flag()
    let key = try state.fingerprint()
    let roots = try state.optional { state throws(StateError) in try state.fingerprint() }
    let shares = try state.list { state throws(StateError) in
      try state.index(upTo: Self.shareLimit)
    }
    let shareCount = try state.index(upTo: Self.shareLimit)
    guard shares.allSatisfy({ (1...max(1, shareCount)).contains($0) }), shareCount > 0
    else { throw .malformed }
    origin = RunOrigin(
      key: key, roots: roots, shares: shares, shareCount: shareCount,
      findings: try state.string())
    origin.auditLimits = try state.optional { state throws(StateError) in
      try state.list { state throws(StateError) in
        let subject = try LimitName.subject(of: state.string()).orMalformed()
        return Limit(subject, most: try state.number())
      }
    }
  }

  /// The most shares of a run.
  package static let shareLimit = 100_000
}
