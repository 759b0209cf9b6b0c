import Detectors
import Findings

/// Draws random strings that a form's pattern matches, and counts which of its checks they pass.
///
/// The finder runs as always, with one form whose prior makes every match a finding and whose checks
/// refuse nothing: what each said is told by the sign of its evidence.
struct ChanceTrial {
  private let rule: Rule
  private let form: Form
  private let finder: Finder
  private let names: [String]

  init(_ rule: Rule, _ form: Form, tables: FactTables, asOf: CivilDate) throws {
    self.rule = rule
    self.form = form
    var alone = rule
    var open = form
    open.prior = Prior(text: 10_000, cell: 10_000)
    open.needsContext = false
    open.checks = form.checks.map { CheckUse(name: $0.name, pass: 1, fail: -1) }
    alone.forms = [open]
    alone.context = ContextWeights(kinds: [])
    let ruleSet = try RuleSet(rules: [alone], tables: tables)
    names = Array(ruleSet.evidenceNames)
    let key = FingerprintKey(
      master: [UInt8](repeating: 0, count: FingerprintKey.masterKeySizeInBytes))
    finder = Finder(ruleSet, key: key, asOf: asOf)
  }

  /// - Parameter samples: the most look-alikes of each length that are drawn.
  /// - Throws: `PatternParser.Unknown` for a pattern that strings cannot be drawn from.
  func chances(samples: Int) throws -> [CheckChance] {
    var parser = PatternParser(form.pattern)
    let sampler = PatternSampler(try parser.parse())
    var chances = form.checks.map { CheckChance(check: $0.name, stated: $0.pass) }
    var random = SplitMix64(seed: 20_261_122)
    for length in lengths(sampler.counts) {
      var counts = [CheckChance.Count](repeating: CheckChance.Count(), count: chances.count)
      for drawn in 0..<samples {
        if drawn > samples / 10, Self.isEnough(counts) { break }
        if let outcome = outcome(sampler.sample(length: length, using: &random)) {
          count(outcome, &counts)
        }
      }
      for index in chances.indices where counts[index].tried > 0 {
        chances[index].counts[length] = counts[index]
      }
    }
    return chances
  }

  private func count(
    _ outcome: (passed: Set<String>, failed: Set<String>), _ counts: inout [CheckChance.Count]
  ) {
    for (index, check) in form.checks.enumerated() {
      counts[index].tried += 1
      if outcome.failed.contains(check.name) {
        counts[index].failed += 1
        return
      }
      if outcome.passed.contains(check.name) { counts[index].passed += 1 }
    }
  }

  /// Whether every check was passed, or met without a pass, so often that more changes half a deciban at
  /// most.
  private static func isEnough(_ counts: [CheckChance.Count]) -> Bool {
    counts.allSatisfy { $0.passed >= 200 || $0.passed == 0 && $0.tried >= 2000 }
  }

  /// The lengths that the form's gate lets through, since the digits of an extension are beyond them; all
  /// lengths where it looks at a part of the number only.
  private func lengths(_ counts: [Double]) -> [Int] {
    let drawn = counts.indices.filter { counts[$0] > 0 }
    guard case .number(let gate) = form.prefilter else { return drawn }
    let admitted = drawn.filter { gate.lengths >> UInt64($0) & 1 == 1 }
    return admitted.isEmpty ? drawn : admitted
  }

  /// The checks that a string passes and fails; nil where a look-around of the pattern refuses it.
  private func outcome(_ text: String) -> (passed: Set<String>, failed: Set<String>)? {
    let bytes = Array(text.utf8)
    finder.find(in: bytes.span, core: 0..<bytes.count, column: nil)
    guard let hit = finder.hits.first, hit.range == 0..<bytes.count else { return nil }
    var outcome: (passed: Set<String>, failed: Set<String>) = ([], [])
    for item in finder.evidence[hit.evidence] {
      let name = names[Int(item.name)]
      if item.decibans == 1 { outcome.passed.insert(name) }
      if item.decibans == -1 { outcome.failed.insert(name) }
    }
    return outcome
  }
}
