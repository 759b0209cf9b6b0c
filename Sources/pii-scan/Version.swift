import BuiltinRulesets
import Regex

/// What this program is.
enum Version {
  static let program = "0.1.0"

  /// Version, rules, PCRE2 and whether its JIT is on.
  static var text: String {
    """
    pii-scan \(program)
    ruleset \(rulesetHash)
    PCRE2 \(Library.version), JIT \(Library.hasJIT ? "on" : "off")
    """
  }

  /// SHA-256 of the built-in rules, policies and tables.
  static var rulesetHash: String { BuiltinRulesets.hash.description }
}
