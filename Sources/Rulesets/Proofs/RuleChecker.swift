package import Detectors
package import Findings
import RulesetSource

/// Runs the proofs that rules carry: each example several ways, among all rules of the set, since
/// types compete for a value.
///
/// Other encodings are the caller's to try, since decoding is not this module's.
package struct RuleChecker {
  private let rules: LoadedRules
  private let ruleSet: RuleSet
  private let finder: Finder

  /// Checks whose digit is different for any two values that differ in one digit, so that a changed
  /// digit is always refused: Luhn (ISO/IEC 7812-1), MOD 11-2 and MOD 31-3 (ISO 7064), and the sum
  /// modulo 11 of Hong Kong.
  private static let checkDigits: Set<String> = ["hong-kong-id", "luhn", "mod-11-2", "mod-31-3"]

  /// - Parameters:
  ///   - ruleSet: all of `rules`, compiled.
  ///   - asOf: the day after which no date is a birth date.
  package init(_ rules: LoadedRules, compiled ruleSet: RuleSet, asOf: CivilDate) {
    self.rules = rules
    self.ruleSet = ruleSet
    let master = [UInt8](repeating: 0, count: FingerprintKey.masterKeySizeInBytes)
    finder = Finder(ruleSet, key: FingerprintKey(master: master), asOf: asOf)
  }

  /// Tries every example of every rule of `types`, or of all.
  ///
  /// - Returns: what came out otherwise, each at its example's place. Cost: some thousand searches of
  ///   a line for a rule, about a tenth of a second.
  package func check(only types: Set<TypeID>? = nil) -> [Diagnostic] {
    rules.rules.filter { types?.contains($0.rule.id) ?? true }.flatMap(check)
  }

  private func check(_ source: RuleSource) -> [Diagnostic] {
    guard let index = ruleSet.types.firstIndex(where: { $0.id == source.rule.id }) else {
      return []
    }
    var diagnostics: [Diagnostic] = []
    func report(_ faults: [RuleExampleFault], _ place: RuleSource.Place, _ path: String) {
      for fault in faults {
        diagnostics.append(
          Diagnostic(
            file: place.file, mark: place.mark, path: path, problem: .example(fault)))
      }
    }
    let rule = source.rule
    for (number, example) in rule.examples.positive.enumerated() {
      let trial = trial(of: index, column: example.column)
      let faults = RulePositiveTrial(trial, example, rule: rule, checkDigits: Self.checkDigits)
        .faults()
      report(faults, source.positiveMarks[number], "examples.match[\(number + 1)]")
    }
    var isAnyRefused = false
    for (number, example) in rule.examples.negative.enumerated() {
      let trial = trial(of: index, column: example.column)
      let outcome = RuleNegativeTrial(trial, example, rule: rule).outcome()
      isAnyRefused = isAnyRefused || outcome.isRefusedByCheck
      report(outcome.faults, source.negativeMarks[number], "examples.no-match[\(number + 1)]")
    }
    report(
      setFaults(rule, isAnyRefused: isAnyRefused),
      RuleSource.Place(file: source.file, mark: source.mark), "examples")
    return diagnostics
  }

  private func trial(of rule: Int, column: String?) -> RuleTrial {
    let context = column.map { ColumnContext(ColumnShape(name: $0), in: ruleSet) }
    return RuleTrial(finder: finder, ruleSet: ruleSet, rule: rule, column: context)
  }

  /// What a rule's examples lack as a set. A type told by names only has no forms and needs none.
  private func setFaults(_ rule: Rule, isAnyRefused: Bool) -> [RuleExampleFault] {
    guard !rule.forms.isEmpty else { return [] }
    var faults: [RuleExampleFault] = []
    if rule.examples.positive.isEmpty { faults.append(.noPositiveExample) }
    if rule.examples.negative.isEmpty { faults.append(.noNegativeExample) }
    if rule.forms.contains(where: { !$0.checks.isEmpty }), !isAnyRefused {
      faults.append(.noRefusedExample)
    }
    return faults
  }
}
