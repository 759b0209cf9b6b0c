import Detectors
import Findings
import Foundation
import Rulesets

/// Holds the levels of findings against how often they are right, corpus by corpus.
struct ReliabilityTable {
  private struct Row {
    var right = 0
    var all = 0
    /// Sum of the probabilities that the evidence claims.
    var claimed = 0.0
    /// The evidence of wrong findings, how often each, and where the first stands.
    var wrong: [String: (count: Int, place: String)] = [:]

    mutating func add(_ sighting: Sighting, isRight: Bool) {
      if !isRight {
        let evidence = sighting.evidence.map {
          $0.name + ($0.decibans < 0 ? "" : "+") + String($0.decibans)
        }
        let place = "\(sighting.path):\(sighting.range.lowerBound)"
        wrong[evidence.joined(separator: " "), default: (0, place)].count += 1
      }
      all += 1
      right += isRight ? 1 : 0
      claimed += 1 / (1 + pow(10, -Double(sighting.decibans) / 10))
    }
  }

  private let corpora: [LabelledCorpus]
  private let ruleSet: RuleSet
  private let asOf: CivilDate
  private let showsEvidence: Bool

  /// What each level promises at least: its border in decibans as a probability.
  private static let promised: [Level: Double] = [.possible: 0.5, .likely: 0.909, .certain: 0.990]

  /// - Parameter showsEvidence: under each type that keeps a promise badly stands what its wrong findings
  ///   rest on.
  init(_ corpora: [LabelledCorpus], asOf: CivilDate, showsEvidence: Bool) throws {
    self.showsEvidence = showsEvidence
    self.corpora = corpora
    ruleSet = try BuiltinRules.load().compile()
    self.asOf = asOf
  }

  /// Prints a row per corpus and level, and one per type that keeps a promise badly; false where a
  /// promise of `likely` or `certain` is not kept beyond what chance allows.
  func printed() throws -> Bool {
    print(
      "corpus                  level     promised  claimed  right/all        observed  95 % bounds")
    var isKept = true
    for corpus in corpora {
      let rows = try rows(of: corpus)
      for level in Level.allCases {
        var sum = Row()
        for (key, row) in rows where key.level == level {
          sum.right += row.right
          sum.all += row.all
          sum.claimed += row.claimed
        }
        isKept = show(corpus.name, level, sum, always: true) && isKept
        for type in ruleSet.types.map(\.id.rawValue) {
          if let row = rows[Key(type: type, level: level)] {
            _ = show("  " + type, level, row, always: false)
          }
        }
      }
    }
    return isKept
  }

  private struct Key: Hashable {
    let type: String
    let level: Level
  }

  private func rows(of corpus: LabelledCorpus) throws -> [Key: Row] {
    var rows: [Key: Row] = [:]
    for sighting in try SightingRecorder.sightings(
      in: corpus.directory, by: ruleSet, asOf: asOf)
    {
      let type = ruleSet.types[sighting.rule].id.rawValue
      guard corpus.types.contains(type), let level = Level(decibans: sighting.decibans) else {
        continue
      }
      let truth = corpus.truth(of: type, path: sighting.path, range: sighting.range)
      rows[Key(type: type, level: level), default: Row()].add(sighting, isRight: truth == .real)
    }
    return rows
  }

  /// Prints a row, unless it keeps its promise and only broken ones are asked for; true where it is kept.
  private func show(_ name: String, _ level: Level, _ row: Row, always: Bool) -> Bool {
    let bound = BinomialBound(right: row.right, all: row.all)
    let promised = Self.promised[level] ?? 0
    let isKept = bound.upper >= promised
    guard always || bound.share < promised, row.all > 0 else { return true }
    print(
      name.padded(24) + level.name.padded(10)
        + String(
          format: "%.3f     %.3f    %@  %.4f    %.3f-%.3f%@", promised,
          row.claimed / Double(row.all), "\(row.right)/\(row.all)".padded(15), bound.share,
          bound.lower, bound.upper, isKept ? "" : "  NOT KEPT"))
    if showsEvidence {
      let wrong = row.wrong.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      for (evidence, item) in wrong.prefix(8) {
        print("      \(item.count) \(evidence)  \(item.place)")
      }
    }
    return isKept || level == .possible
  }
}
