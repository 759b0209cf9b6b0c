import Detectors
import Findings
import RulesetSource
import Rulesets
import Testing

@Suite struct RuleCheckerTests {
  /// A rule of an invented kind of number; its digit is Luhn's: 70000005 passes (worked by hand: 7
  /// doubled is 14, 1 + 4 = 5, and 5 + 5 = 10).
  static func badge(
    pattern: String = #"(?<![0-9A-Za-z]) 7\d{7} (?![0-9A-Za-z])"#,
    match: String = #"{text: "工牌«70000005»，谢谢", level: likely}"#,
    noMatch: String = #"{text: "工牌70000004", because: the digit is 5, fails: luhn}"#
  ) -> [RulesetFile] {
    let rule = """
      id: badge-number
      title: {zh: 工牌号, en: Badge number}
      standard: house rules
      canonical: digits
      mask: {first: 1, last: 1}
      context: {kinds: [badge-number], strong: 20, weak: 10, near: 5, against: -20}
      forms:
        - name: plain
          prefilter: {number: {digits: [8, 9], first: [7]}}
          pattern: \(pattern)
          prior: {text: -20, cell: -20}
          needs-context: true
          checks: [{check: luhn, pass: 10}]
      examples:
        match: [\(match)]
        no-match: [\(noMatch)]

      """
    let terms = "kind\tform\tweight\tterm\nbadge-number\tzh-Hans\tstrong\t工牌\n"
    return [
      RulesetFile(path: "mine/badge.yaml", bytes: Array(rule.utf8)),
      RulesetFile(path: "mine/context_terms.tsv", bytes: Array(terms.utf8)),
    ]
  }

  static func faults(_ files: [RulesetFile] = [], only type: String? = nil) throws -> [Diagnostic] {
    let loaded = try RulesetLoader(.builtin).load(user: files)
    let asOf = try #require(CivilDate(iso: "2026-11-22"))
    let checker = RuleChecker(loaded, compiled: try loaded.compile(), asOf: asOf)
    return checker.check(only: type.map { [TypeID(rawValue: $0)] })
  }

  static func badgeFaults(_ files: [RulesetFile]) throws -> [RuleExampleFault] {
    try faults(files, only: "badge-number").compactMap { diagnostic in
      if case .example(let fault) = diagnostic.problem { fault } else { nil }
    }
  }

  @Test("Every example of every built-in rule comes out as the rule says, each way it is tried")
  func builtinRules() throws {
    for diagnostic in try Self.faults() {
      Issue.record(
        "\(diagnostic.file):\(diagnostic.mark.line): \(diagnostic.path): \(diagnostic.problem)")
    }
  }

  @Test("A sound rule of a user's has no faults")
  func soundRule() throws {
    #expect(try Self.badgeFaults(Self.badge()) == [])
  }

  @Test("An example that claims another level or another span is a fault at its line")
  func wrongClaims() throws {
    let level = try Self.badgeFaults(
      Self.badge(match: #"{text: "工牌«70000005»，谢谢", level: certain}"#))
    #expect(
      level.first
        == .otherLevel(.asWritten, expected: .certain, found: .likely, decibans: 10))
    let files = Self.badge(match: #"{text: "«工牌70000005»", level: likely}"#)
    let span = try Self.faults(files, only: "badge-number")
    #expect(
      span == [
        Diagnostic(
          file: "mine/badge.yaml", mark: Mark(line: 15, column: 11), path: "examples.match[1]",
          problem: .example(.missed(.asWritten, expected: 0..<14, found: [6..<14])))
      ])
  }

  @Test("A pattern without borders is caught by the letter glued to its example")
  func borders() throws {
    let faults = try Self.badgeFaults(Self.badge(pattern: #"7\d{7}"#))
    #expect(
      Set(faults) == [
        .found(.beforeLetterOrDigit("7"), at: 6..<14),
        .found(.beforeLetterOrDigit("a"), at: 6..<14),
      ])
  }

  @Test("A negative example that matches is a fault, as is a check that never refused it")
  func negatives() throws {
    #expect(
      try Self.badgeFaults(
        Self.badge(noMatch: #"{text: "工牌70000005", because: a mistake, fails: luhn}"#)
      )
      .contains(.found(.asWritten, at: 6..<14)))
    #expect(
      try Self.badgeFaults(
        Self.badge(noMatch: #"{text: "工牌80000004", because: begins with 8, fails: luhn}"#))
        == [.notRefused, .noRefusedExample])
    #expect(
      try Self.badgeFaults(
        Self.badge(noMatch: #"{text: "工牌70000004", because: x, fails: mod-11-2}"#))
        == [.unknownCheck("mod-11-2", known: ["luhn"])])
  }

  @Test("A rule with checks needs examples of both kinds, one of them refused by a check")
  func missingExamples() throws {
    #expect(
      try Self.badgeFaults(Self.badge(match: "", noMatch: ""))
        == [.noPositiveExample, .noNegativeExample, .noRefusedExample])
  }
}

@Suite struct RuleExampleTextTests {
  let example = RuleExampleText(text: "号：12X!", span: 6..<9)

  @Test("Each variant is the text it says, with the range of the value in it")
  func variants() {
    #expect(example.behindPrefix == RuleExampleText(text: "甲𠮷乙\n号：12X!", span: 17..<20))
    #expect(example.after("记") == RuleExampleText(text: "号：记12X!", span: 9..<12))
    #expect(example.before("7") == RuleExampleText(text: "号：12X7!", span: 6..<9))
    #expect(example.fullWidth == RuleExampleText(text: "号：１２X!", span: 6..<13))
  }

  @Test("A digit is replaced by the nine others, a check character X by all ten")
  func changedDigits() {
    let changed = example.changedDigits
    #expect(changed.count == 9 + 9 + 10)
    #expect(Set(changed.map(\.text.text)).count == changed.count)
    #expect(changed.allSatisfy { $0.text.span == 6..<9 && $0.text.text != example.text })
    #expect(changed.contains { $0.text.text == "号：120!" })
    #expect(changed.contains { $0.text.text == "号：92X!" })
  }

  @Test("Only a border that is an ASCII letter or digit can be glued away")
  func borders() {
    #expect(example.beginsWithLetterOrDigit && example.endsWithLetterOrDigit)
    let chinese = RuleExampleText(text: "北京市", span: 0..<9)
    #expect(!chinese.beginsWithLetterOrDigit && !chinese.endsWithLetterOrDigit)
    let bracket = RuleExampleText(text: "(010) 5", span: 0..<7)
    #expect(!bracket.beginsWithLetterOrDigit && bracket.endsWithLetterOrDigit)
  }
}
