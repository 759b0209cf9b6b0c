import BuiltinRulesets
import Detectors
import Findings
import Rulesets

@testable import Scanner

/// A workbench with the built-in rules, and what came out of it in words.
final class Bench {
  static let rules: RuleSet = {
    let embedded = EmbeddedRulesets(
      detectors: BuiltinRulesets.detectors, policies: BuiltinRulesets.policies,
      tables: BuiltinRulesets.tables, hash: BuiltinRulesets.hash)
    do {
      return try RulesetLoader(embedded).load().compile()
    } catch {
      fatalError("the built-in rules do not load: \(error)")
    }
  }()

  /// The day on which the ages of the tests are reckoned.
  static let asOf: CivilDate = {
    guard let day = CivilDate(iso: "2026-06-15") else { fatalError("no such day") }
    return day
  }()

  static func options(
    minimumLevel: Level = .likely, reveals: Bool = false, findingsLimit: Int = .max
  ) -> WorkbenchOptions {
    WorkbenchOptions(
      ruleSet: rules, key: FingerprintKey(master: [UInt8](repeating: 7, count: 32)), asOf: asOf,
      minimumLevel: minimumLevel, reveals: reveals, findingsLimit: findingsLimit)
  }

  /// A finding in the words that the tests are about.
  struct Finding: Equatable {
    var type: String
    var field: Int
    var record: Int
    var line: Int
    var start: Int
    var end: Int
    var masked: String
    var years: Int?
    var level: Level
    var decibans: Int
    var role: Role
    var labels: Labels
    var fingerprint: Fingerprint
    var value: String
    var evidence: [String]
  }

  let bench: Workbench
  private(set) var findings: [Finding] = []
  private(set) var tally = SourceTally()
  private(set) var gaps: [Gap] = []
  /// Batches that were handed over before the end.
  private(set) var fullBatches = 0

  init(_ options: WorkbenchOptions = Bench.options()) {
    bench = Workbench(options) { false }
  }

  /// Reads a script from beginning to end, in one go (`isWhole`) or as a part.
  @discardableResult
  func run(_ script: Script, isWhole: Bool = true) -> Bench {
    bench.begin()
    if isWhole {
      bench.onFullBatch = { [unowned self] batch in
        fullBatches += 1
        take(batch)
      }
    }
    script.read(into: bench)
    let segment = bench.finish()
    take(segment.batch)
    (tally, gaps) = (segment.tally, segment.gaps)
    return self
  }

  private func take(_ batch: FindingBatch) {
    for finding in batch.findings { findings.append(Self.words(finding, batch)) }
  }

  static func words(_ finding: FindingRecord, _ batch: FindingBatch) -> Finding {
    func text(_ range: Range<UInt32>) -> String {
      String(decoding: batch.arena[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
    return Finding(
      type: rules.types[Int(finding.type)].id.rawValue, field: Int(finding.field),
      record: Int(finding.record), line: Int(finding.line), start: Int(finding.start),
      end: Int(finding.end), masked: text(finding.masked), years: finding.age.years,
      level: finding.level, decibans: Int(finding.decibans), role: finding.role,
      labels: finding.labels, fingerprint: finding.fingerprint, value: text(finding.value),
      evidence: finding.evidence.map {
        rules.evidenceNames[Int(batch.evidence[Int($0)].name)]
      })
  }

  static func type(_ id: String) -> UInt16 {
    UInt16(rules.types.firstIndex { $0.id.rawValue == id } ?? rules.types.count)
  }

  func tally(_ id: String, field: Int = -1, table: Int = -1) -> FieldTally? {
    tally.fields[
      SourceTally.Key(table: Int32(table), field: Int32(field), type: Self.type(id))]
  }
}
