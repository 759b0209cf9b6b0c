import BuiltinRulesets
import Detectors
import Findings
import Regex
import RulesetSource
import Rulesets
import Testing

extension EmbeddedRulesets {
  static let builtin = EmbeddedRulesets(
    detectors: BuiltinRulesets.detectors, policies: BuiltinRulesets.policies,
    tables: BuiltinRulesets.tables, hash: BuiltinRulesets.hash)
}

@Suite struct RulesetLoaderTests {
  static let rule = """
    id: badge-number
    title: {zh: 工牌号, en: Badge number}
    standard: house rules
    canonical: digits
    mask: {first: 1, last: 1}
    context: {kinds: [badge-number], strong: 20, weak: 10, near: 5, against: -20}
    forms:
      - name: plain
        prefilter: {number: {digits: [8], first: [7]}}
        pattern: (?<![0-9A-Za-z]) 7\\d{7} (?![0-9A-Za-z])
        prior: {text: -20, cell: -20}
        needs-context: true
        checks: [{check: luhn, pass: 10}]
    examples:
      match:
        - {text: "工牌«70000005»", level: likely}
      no-match:
        - {text: "70000004", because: the check digit is 5, fails: luhn}

    """

  static func file(_ text: String, _ path: String = "mine/a.yaml") -> RulesetFile {
    RulesetFile(path: path, bytes: Array(text.utf8))
  }

  static func diagnostics(_ files: [RulesetFile]) -> [Diagnostic] {
    do {
      _ = try RulesetLoader(.builtin).load(user: files)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test("Every built-in rule loads and compiles, under its file's name")
  func builtinRules() throws {
    let loaded = try RulesetLoader(.builtin).load()
    #expect(loaded.rules.count == BuiltinRulesets.detectors.count)
    for rule in loaded.rules {
      #expect(rule.file == "rulesets/detectors/\(rule.rule.id.rawValue).yaml")
    }
    #expect(loaded.types.map(\.id) == loaded.types.map(\.id).sorted())
    #expect(loaded.hash.utf8.count == 64)
    _ = try loaded.compile()
    // A run compiles a built-in pattern when it meets what it is for.
    for form in loaded.rules.flatMap(\.rule.forms) {
      _ = try Pattern(form.pattern, mode: form.runsOnBytes ? .bytes : .unicode)
    }
  }

  @Test("A rule file becomes a rule, value by value")
  func values() throws {
    let loaded = try RulesetLoader(.builtin).load(user: [Self.file(Self.rule)])
    let rule = try #require(loaded.rules.first { $0.rule.id.rawValue == "badge-number" }).rule
    #expect(rule.info.titleInChinese == "工牌号")
    #expect(rule.info.titleInEnglish == "Badge number")
    #expect(rule.standard == "house rules")
    #expect(rule.canonical == .digits)
    #expect(rule.mask == .ends(first: 1, last: 1))
    #expect(
      rule.context
        == ContextWeights(
          kinds: [TypeID(rawValue: "badge-number")], strong: 20, weak: 10, near: 5, against: -20))
    let form = try #require(rule.forms.first)
    #expect(form.name == "plain")
    #expect(form.prefilter == .number(NumberGate(lengths: [8], firstDigits: [7])))
    #expect(form.prior == Prior(text: -20, cell: -20))
    #expect(form.needsContext)
    #expect(form.checks == [CheckUse(name: "luhn", pass: 10, fail: nil)])
    let positive = try #require(rule.examples.positive.first)
    #expect(positive.text == "工牌70000005")
    #expect(positive.span == 6..<14)
    #expect(positive.level == .likely)
    #expect(rule.examples.negative.first?.fails == "luhn")
  }

  @Test(
    "Gates of words and of leading characters become what they say",
    arguments: [
      ("word: {lengths: [9, 10]}", Prefilter.word(WordGate(lengths: [9, 10]))),
      (
        "word: {lengths: [9], letters: [1, 2], digits: [7, 8], first: EG, apart: true}",
        .word(WordGate(lengths: [9], letters: [1, 2], digits: [7, 8], first: "EG", apart: true))
      ),
      (
        "number: {digits: [8], first: [7], after: \"/、\"}",
        .number(NumberGate(lengths: [8], firstDigits: [7], preceders: "/、"))
      ),
      ("lead: {characters: 京沪}", .lead(LeadGate(characters: "京沪"))),
      ("lead: {characters: 军, link: 字第}", .lead(LeadGate(characters: "军", link: "字第"))),
    ])
  func gates(_ gate: String, _ expected: Prefilter) throws {
    let text = Self.rule.replacingOccurrence(of: "number: {digits: [8], first: [7]}", with: gate)
    let loaded = try RulesetLoader(.builtin).load(user: [Self.file(text)])
    let rule = try #require(loaded.rules.first { $0.rule.id.rawValue == "badge-number" }).rule
    #expect(rule.forms.first?.prefilter == expected)
  }

  @Test(
    "A gate that lets nothing through, or something else than is asked, is a fault",
    arguments: [
      "word: {lengths: []}", "word: {letters: [1]}", "word: {lengths: [1]}",
      "word: {lengths: [9], first: eg}", "word: {lengths: [9], digits: []}",
      "lead: {characters: AB}", "lead: {link: 字第}", "words: {lengths: [9]}",
    ])
  func unsoundGates(_ gate: String) throws {
    let text = Self.rule.replacingOccurrence(of: "number: {digits: [8], first: [7]}", with: gate)
    let first = try #require(Self.diagnostics([Self.file(text)]).first)
    #expect(first.mark.line == 9)
    #expect(first.path.hasPrefix("forms[1].prefilter"))
  }

  @Test(
    "A fault in a rule is told with its line",
    arguments: [
      ("id: badge-number", "id: Badge", 1, "id"),
      ("en: Badge number", "fr: badge", 2, "title"),
      ("canonical: digits", "canonical: digit", 4, "canonical"),
      ("mask: {first: 1, last: 1}", "mask: {first: 1, last: 9}", 5, "mask.last"),
      ("strong: 20", "strong: 21", 6, "context.strong"),
      ("digits: [8]", "digits: [80]", 9, "forms[1].prefilter.number.digits[1]"),
      ("pass: 10}]", "passes: 10}]", 13, "forms[1].checks[1]"),
      ("工牌«70000005»", "工牌70000005", 16, "examples.match[1].text"),
      ("level: likely", "level: sure", 16, "examples.match[1].level"),
      ("because:", "why:", 18, "examples.no-match[1]"),
    ])
  func faults(old: String, new: String, line: Int, path: String) throws {
    let range = try #require(Self.rule.firstRange(of: old))
    let diagnostics = Self.diagnostics([
      Self.file(Self.rule.replacingCharacters(in: range, with: new))
    ])
    let first = try #require(diagnostics.first)
    #expect(first.mark.line == line)
    #expect(first.path == path)
    #expect(first.file == "mine/a.yaml")
  }

  @Test("Faults of several files are told together, in the order of files and lines")
  func allFaults() {
    let diagnostics = Self.diagnostics([
      Self.file("id: a: b", "mine/z.yaml"),
      Self.file("id: x\ncanonical: q\n", "mine/b.yaml"),
      Self.file("a\tb\n1\n", "mine/t.tsv"),
    ])
    #expect(Set(diagnostics.map(\.file)) == ["mine/b.yaml", "mine/t.tsv", "mine/z.yaml"])
    #expect(diagnostics.map(\.file) == diagnostics.map(\.file).sorted())
    #expect(diagnostics.filter { $0.file == "mine/b.yaml" }.count >= 5)
  }

  @Test("A user's rule with the id of a built-in one stands instead of it")
  func replaces() throws {
    let text = Self.rule.replacingOccurrence(of: "id: badge-number", with: "id: email")
    let loaded = try RulesetLoader(.builtin).load(user: [Self.file(text)])
    let rule = try #require(loaded.rules.first { $0.rule.id.rawValue == "email" })
    #expect(rule.rule.info.titleInEnglish == "Badge number")
    #expect(loaded.rules.count == BuiltinRulesets.detectors.count)
  }

  @Test("A user's rule that extends a built-in one changes what it names and keeps the rest")
  func extends() throws {
    let before = try #require(
      RulesetLoader(.builtin).load().rules.first { $0.rule.id.rawValue == "email" })
    let text = """
      id: email
      extends: email
      context: {strong: 15}
      examples:
        no-match:
          - {text: "root@build.internal", because: a host of ours}
      """
    let loaded = try RulesetLoader(.builtin).load(user: [Self.file(text)])
    let after = try #require(loaded.rules.first { $0.rule.id.rawValue == "email" })
    #expect(after.rule.context.strong == 15)
    #expect(after.rule.context.weak == before.rule.context.weak)
    #expect(after.rule.info.titleInChinese == before.rule.info.titleInChinese)
    #expect(after.rule.forms.map(\.pattern) == before.rule.forms.map(\.pattern))
    #expect(after.rule.examples.negative.count == before.rule.examples.negative.count + 1)
    #expect(after.negativeMarks.last?.mark.line == 6)
    _ = try loaded.compile()
  }

  @Test("To extend a rule that is not there is a fault, with the likely one as a hint")
  func extendsNothing() {
    let diagnostics = Self.diagnostics([Self.file("id: x\nextends: emial\n")])
    #expect(
      diagnostics.contains {
        $0.problem == .unknownName("emial", kind: "rule", nearest: "email")
          && $0.mark == Mark(line: 2, column: 10)
      })
  }

  @Test("Two files of a user's with one id are a fault")
  func repeatedID() {
    let diagnostics = Self.diagnostics([
      Self.file(Self.rule, "mine/a.yaml"), Self.file(Self.rule, "mine/b.yaml"),
    ])
    #expect(diagnostics.map(\.file) == ["mine/b.yaml"])
  }

  @Test("What only compiling shows is told with the line of the pattern or check")
  func compileFaults() throws {
    let text = Self.rule
      .replacingOccurrence(of: "7\\d{7}", with: "(7\\d{7}")
    let pattern = #expect(throws: RulesetError.self) {
      try RulesetLoader(.builtin).load(user: [Self.file(text)]).compile()
    }
    #expect(pattern?.diagnostics.map(\.mark.line) == [10])
    let check = #expect(throws: RulesetError.self) {
      try RulesetLoader(.builtin).load(user: [
        Self.file(Self.rule.replacingOccurrence(of: "check: luhn", with: "check: luhm"))
      ]).compile()
    }
    #expect(check?.diagnostics.map(\.mark.line) == [13])
    #expect(
      check?.diagnostics.map(\.problem) == [.unknownName("luhm", kind: "check", nearest: "luhn")])
  }

  @Test("Only the chosen types are compiled")
  func chosen() throws {
    let loaded = try RulesetLoader(.builtin).load()
    let set = try loaded.compile(only: [TypeID(rawValue: "email")])
    #expect(set.types.map(\.id.rawValue) == ["email"])
  }

  @Test("A user's table adds its rows to the built-in one and leaves the others alone")
  func tables() throws {
    let terms = Self.file(
      "# ours\nkind\tform\tweight\tterm\nbadge-number\tzh-Hans\tstrong\t工牌\n",
      "mine/context_terms.tsv")
    let new = Self.file("a\tb\n1\t2\n", "mine/plants.tsv")
    let plain = try RulesetLoader(.builtin).load()
    let loaded = try RulesetLoader(.builtin).load(user: [terms, new])
    func rows(_ rules: LoadedRules, _ name: String) -> Int {
      var count = 0
      rules.tables.table(name).forEachRow { _ in count += 1 }
      return count
    }
    #expect(rows(loaded, "context_terms") == rows(plain, "context_terms") + 1)
    #expect(rows(loaded, "plants") == 1)
    #expect(rows(loaded, "tlds") == rows(plain, "tlds"))
    #expect(plain.tables.table("nothing").isEmpty)
  }

  @Test("A table with other columns than the built-in one of its name is refused")
  func otherColumns() {
    let diagnostics = Self.diagnostics([Self.file("# ours\ntld\nx\n", "mine/tlds.tsv")])
    #expect(diagnostics.map(\.problem) == [.syntax(.otherColumns(expected: ["tld", "unicode"]))])
    #expect(diagnostics.map(\.mark.line) == [2])
  }

  @Test("The hash tells the user's rules apart, not the folder they lie in")
  func hashes() throws {
    let loader = RulesetLoader(.builtin)
    let plain = try loader.load().hash
    let one = try loader.load(user: [Self.file(Self.rule)]).hash
    #expect(one.hasPrefix(plain + "+"))
    #expect(try loader.load(user: [Self.file(Self.rule, "elsewhere/a.yaml")]).hash == one)
    #expect(try loader.load(user: [Self.file(Self.rule + "# more\n")]).hash != one)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }

  fileprivate func replacingOccurrence(of old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }
}
