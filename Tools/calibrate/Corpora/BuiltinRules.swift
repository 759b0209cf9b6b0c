import BuiltinRulesets
import Detectors
import RulesetSource
import Rulesets

/// The rules and tables of the program.
enum BuiltinRules {
  static func load() throws(RulesetError) -> LoadedRules {
    try RulesetLoader(
      EmbeddedRulesets(
        detectors: BuiltinRulesets.detectors, policies: BuiltinRulesets.policies,
        tables: BuiltinRulesets.tables, hash: BuiltinRulesets.hash)
    ).load()
  }
}
