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
    names = ruleSet.evidenceNames
    let key = FingerprintKey(
      master: [UInt8](repeating: 0, count: FingerprintKey.masterKeySizeInBytes))
    finder = Finder(ruleSet, key: key, asOf: asOf)
  }

  /// - Parameter samples: look-alikes of each length.
  /// - Throws: `PatternParser.Unknown` for a pattern that strings cannot be drawn from.
  func chances(samples: Int) throws -> [CheckChance] {
    var parser = PatternParser(form.pattern)
    let sampler = PatternSampler(try parser.parse())
    var chances = form.checks.map { CheckChance(check: $0.name, stated: $0.pass) }
    var random = SplitMix64(seed: 20_261_122)
    for length in lengths where sampler.counts[length] > 0 {
      var counts = [CheckChance.Count](repeating: CheckChance.Count(), count: chances.count)
      for _ in 0..<samples {
        guard let outcome = outcome(sampler.sample(length: length, using: &random)) else {
          continue
        }
        for (index, check) in form.checks.enumerated() {
          counts[index].tried += 1
          if outcome.failed.contains(check.name) {
            counts[index].failed += 1
            break
          }
          if outcome.passed.contains(check.name) { counts[index].passed += 1 }
        }
      }
      for index in chances.indices where counts[index].tried > 0 {
        chances[index].counts[length] = counts[index]
      }
    }
    return chances
  }

  /// The lengths that the form's gate lets through: an extension behind a number is beyond them.
  private var lengths: [Int] {
    guard case .number(let gate) = form.prefilter else {
      return Array(1...PatternSampler.longest)
    }
    return (1...PatternSampler.longest).filter { gate.lengths >> UInt64($0) & 1 == 1 }
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
