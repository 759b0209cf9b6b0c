import BuiltinRulesets
import Detectors
import Findings
import RulesetSource
import Rulesets

/// The built-in rules, loaded and compiled once for all tests.
enum BuiltinRules {
  private static let loading = Result { () throws(RulesetError) -> (LoadedRules, RuleSet) in
    let loaded = try RulesetLoader(
      EmbeddedRulesets(
        detectors: BuiltinRulesets.detectors, policies: BuiltinRulesets.policies,
        tables: BuiltinRulesets.tables, hash: BuiltinRulesets.hash)
    ).load()
    return (loaded, try loaded.compile())
  }

  static func ruleSet() throws -> RuleSet { try loading.get().1 }
  static func rules() throws -> [Rule] { try loading.get().0.rules.map(\.rule) }
  static func tables() throws -> FactTables { try loading.get().0.tables }

  static let asOf: CivilDate = {
    guard let day = CivilDate(iso: "2026-11-22") else { preconditionFailure("no day") }
    return day
  }()
}
