import BuiltinRulesets
import Detectors
import Findings
import Foundation
import RulesetSource
import Rulesets
import Testing

@Suite("The rulesets inside the program")
struct EmbeddedRulesetsTests {
  @Test("Each says what its YAML file says, with every place")
  func packed() throws {
    let files = BuiltinRulesets.detectors + BuiltinRulesets.policies
    for (file, node) in EmbeddedRulesets.nodes(of: files) {
      let bytes = [UInt8](try Data(contentsOf: PolicyFiles.root.appending(path: file)))
      #expect(node == (try YAML.parse(bytes, file: file)), "\(file)")
    }
  }

  @Test("A key that is left out is missing, and nothing else")
  func leavingOut() {
    let files = BuiltinRulesets.detectors
    let whole = EmbeddedRulesets.nodes(of: files)
    let short = EmbeddedRulesets.nodes(of: files, leavingOut: "examples")
    var filesWithExamples = 0
    for (whole, short) in zip(whole, short) {
      guard case .mapping(let entries) = whole.node.content else {
        Issue.record("\(whole.file) is no mapping")
        continue
      }
      let others = entries.filter { $0.key != "examples" }
      filesWithExamples += entries.count - others.count
      #expect(short.node == Node(.mapping(others), at: whole.node.mark), "\(whole.file)")
    }
    // Types that only names tell have no form, and no example of one.
    #expect(filesWithExamples > files.count / 2)
  }

  @Test("Without examples the rules are the same but for these")
  func withoutExamples() throws {
    let whole = try RulesetLoader(.builtin).load()
    let short = try RulesetLoader(.builtin).load(withExamples: false)
    #expect(short.hash == whole.hash)
    #expect(short.rules.count == whole.rules.count)
    for (whole, short) in zip(whole.rules, short.rules) {
      var rule = whole.rule
      #expect(!rule.examples.positive.isEmpty || rule.forms.isEmpty, "\(rule.id)")
      rule.examples = Examples(positive: [], negative: [])
      #expect("\(short.rule)" == "\(rule)")
    }
  }

  @Test("The user's own examples are read in every case, and their faults told")
  func ownExamples() throws {
    let file = RulesetLoaderTests.file(RulesetLoaderTests.rule)
    let loaded = try RulesetLoader(.builtin).load(user: [file], withExamples: false)
    let own = try #require(loaded.rules.first { $0.rule.id.rawValue == "badge-number" })
    #expect(own.rule.examples.positive.count == 1)
    let broken = RulesetLoaderTests.rule.replacingOccurrences(of: "«70000005»", with: "70000005")
    #expect(throws: RulesetError.self) {
      try RulesetLoader(.builtin).load(
        user: [RulesetLoaderTests.file(broken)], withExamples: false)
    }
  }

  @Test("Only a rule of the program itself is taken without a trial of its pattern")
  func extended() throws {
    let text = """
      id: email
      extends: email
      forms:
        - name: open
          prefilter: at-sign
          pattern: (unclosed
          prior: {text: 0, cell: 0}

      """
    let loaded = try RulesetLoader(.builtin).load(user: [RulesetLoaderTests.file(text)])
    #expect(loaded.rules.filter { !$0.rule.isBuiltin }.map(\.rule.id.rawValue) == ["email"])
    #expect(throws: RulesetError.self) { try loaded.compile() }
  }
}
