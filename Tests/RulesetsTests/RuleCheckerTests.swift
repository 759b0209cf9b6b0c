import Detectors
import Findings
import RulesetSource
import Rulesets
import Testing

@Suite struct RuleCheckerTests {
  static func faults(_ files: [RulesetFile] = [], only type: String? = nil) throws -> [Diagnostic] {
    let loaded = try RulesetLoader(.builtin).load(user: files)
    let asOf = try #require(CivilDate(iso: "2026-11-22"))
    let checker = RuleChecker(loaded, compiled: try loaded.compile(), asOf: asOf)
    return checker.check(only: type.map { [TypeID(rawValue: $0)] })
  }

  @Test("Every example of every built-in rule comes out as the rule says, each way it is tried")
  func builtinRules() throws {
    for diagnostic in try Self.faults() {
      Issue.record(
        "\(diagnostic.file):\(diagnostic.mark.line): \(diagnostic.path): \(diagnostic.problem)")
    }
  }
}
