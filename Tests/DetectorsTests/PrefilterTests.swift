import Findings
import Foundation
import Regex
import Testing

@testable import Detectors

/// *The prefilter proposes every position at which the pattern can match.* PCRE2 alone, asked at
/// every offset, says where a form matches; the finder, with the form's checks and context taken away,
/// says what it tried and found. A position that only PCRE2 finds is a miss.
@Suite struct PrefilterTests {
  /// One form of a built-in rule, alone in a rule of its own: no check, no context, any hit counts.
  struct Trial {
    let name: String
    let prefilter: Prefilter
    let matcher: Matcher
    let finder: Finder

    init?(_ rule: Rule, _ form: Form) throws {
      var bare = form
      switch form.prefilter {
      case .place, .label, .labelledWord: return nil
      default: prefilter = form.prefilter
      }
      bare.checks = []
      bare.needsContext = false
      bare.prior = Prior(text: 50, cell: 50)
      name = "\(rule.id.rawValue)/\(form.name)"
      var alone = rule
      alone.forms = [bare]
      alone.context = ContextWeights(
        kinds: [], strong: 0, weak: 0, near: 0, against: 0, beside: 0)
      let ruleSet = try RuleSet(rules: [alone], tables: FactTables { _ in [] })
      matcher = Matcher(try Pattern(form.pattern, mode: form.runsOnBytes ? .bytes : .unicode))
      finder = Finder(
        ruleSet, key: FingerprintKey(master: Array(0..<32)), asOf: BuiltinRules.asOf)
    }

    var isAtSign: Bool { prefilter == .at }

    /// The offsets at which PCRE2 is asked.
    private func starts(_ text: FoldedText) -> [Int] {
      switch prefilter {
      case .at, .word, .hexGroups: text.letterAndNumberStarts
      case .lead: text.leadStarts
      case .number, .dottedQuad, .decimalPair, .place, .label, .labelledWord:
        text.numberStarts
      }
    }

    /// Where PCRE2 alone matches, leftmost first, none overlapping another.
    private func matches(_ text: FoldedText) -> [Range<Int>] {
      var matches: [Range<Int>] = []
      var end = 0
      for offset in starts(text)
      where offset >= end && matcher.match(text.bytes.span, at: offset) == .match {
        guard let range = matcher.range() else { continue }
        matches.append(range)
        end = max(range.upperBound, offset + 1)
      }
      return matches
    }

    /// What the finder has found. Every other text stands far from the ends of what is read, where `NumberPass`
    /// leaves numbers alone.
    private func lookAlikes(_ text: [UInt8]) -> [Range<Int>] {
      let before = text.count % 2 * 128
      let whole =
        [UInt8](repeating: 0x0A, count: before) + text + [UInt8](repeating: 0x7C, count: before)
      finder.find(in: whole.span, core: 0..<whole.count, column: nil)
      return finder.lookAlikes.indices.map { i in
        let range = finder.lookAlikes[i].range
        return range.lowerBound - before..<range.upperBound - before
      }
    }

    /// The values that the finder finds.
    func found(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      return lookAlikes(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// What PCRE2 finds in the folded text and the finder has not found, and what the finder has found
    /// and PCRE2 finds neither in the text as it is nor folded.
    ///
    /// Left out are the starts that the prefilter documents: behind a decimal point, and in a UUID.
    func differences(_ text: FoldedText) -> [String] {
      let found = lookAlikes(text.original)
      let missed = matches(text).map(text.original).filter { match in
        !found.contains { $0.lowerBound == match.lowerBound || $0.overlaps(match) }
          && !Self.followsPoint(text.original, match.lowerBound)
          && !Self.isInsideUUID(text.original, match)
      }
      let invented = found.filter { range in
        if matcher.match(text.original.span, at: range.lowerBound) == .match,
          matcher.range() == range
        {
          return false
        }
        guard let start = text.offsets.firstIndex(of: range.lowerBound) else { return true }
        return matcher.match(text.bytes.span, at: start) != .match
          || matcher.range().map(text.original) != range
      }
      func words(_ verb: String, _ range: Range<Int>) -> String {
        "\(name) \(verb) «\(String(decoding: text.original[range], as: UTF8.self))» at \(range) of "
          + "«\(String(decoding: text.original.prefix(200), as: UTF8.self))»"
      }
      return missed.map { words("misses", $0) } + invented.map { words("invents", $0) }
    }

    /// `3.138`, `=.138`, but not `Tel.138`.
    private static func followsPoint(_ text: [UInt8], _ offset: Int) -> Bool {
      guard offset > 0, text[offset - 1] == 0x2E else { return false }
      guard offset > 1 else { return true }
      let before = text[offset - 2]
      return before < 0x80 && !Character(Unicode.Scalar(before)).isLetter
    }

    /// A group of a UUID is refused after the match; RFC 9562, 4: 8-4-4-4-12 hexadecimal digits.
    private static func isInsideUUID(_ text: [UInt8], _ match: Range<Int>) -> Bool {
      let around = text[max(0, match.lowerBound - 36)..<min(text.count, match.upperBound + 36)]
      let string = String(decoding: around, as: UTF8.self)
      return string.contains(
        /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}/)
    }
  }

  static func trials() throws -> [Trial] {
    try BuiltinRules.rules().flatMap { rule in
      try rule.forms.compactMap { try Trial(rule, $0) }
    }
  }

  static func expectNoDifference(_ trials: [Trial], _ text: [UInt8], _ comment: String = "") {
    let folded = FoldedText(text)
    for trial in trials {
      for difference in trial.differences(folded) { Issue.record("\(comment) \(difference)") }
    }
  }

  @Test("Every number and at-sign form is tried")
  func forms() throws {
    let trials = try Self.trials()
    #expect(trials.count >= 45)
    #expect(trials.contains { $0.isAtSign })
  }

  @Test("The examples of all rules hold no position that the prefilter misses")
  func examples() throws {
    let texts = try BuiltinRules.rules().flatMap {
      $0.examples.positive.map(\.text) + $0.examples.negative.map(\.text)
    }
    let trials = try Self.trials()
    for text in texts { Self.expectNoDifference(trials, Array(text.utf8)) }
  }

  @Test("The corpus holds no position that the prefilter misses", arguments: Corpus.files)
  func corpus(_ path: String) throws {
    let text = try Corpus.bytes(path)
    Self.expectNoDifference(try Self.trials(), text, path)
  }

  /// Pieces that numbers, and what is nearly one, are put together from.
  static let pieces: [(name: String, weights: [(String, Int)])] = [
    (
      "digits and separators",
      [
        ("0", 5), ("1", 5), ("3", 5), ("5", 3), ("8", 5), ("9", 2), ("-", 2), (" ", 2), (".", 1),
        ("/", 1), ("(", 1), (")", 1), ("+", 1),
      ]
    ),
    (
      "full-width and Chinese",
      [
        ("1", 4), ("8", 3), ("０", 3), ("１", 3), ("８", 3), ("－", 1), ("　", 1), ("（", 1), ("）", 1),
        ("＋", 1), ("号", 1), ("电话", 1), ("年", 1), ("转", 1), (" ", 1), ("．", 1),
      ]
    ),
    (
      "whole groups",
      [
        ("138", 4), ("1234", 4), ("5678", 4), ("010", 3), ("0571", 3), ("+86", 3), ("0086", 2),
        ("86", 2), ("6275", 2), ("-", 6), (" ", 6), ("(", 2), (")", 2), ("（", 1), ("）", 1),
        ("＋", 1),
        ("转", 2), ("ext", 1), ("８６", 1), ("－", 2), ("a", 1), ("：", 1), (",", 1), (".", 1),
        ("\n", 1),
      ]
    ),
    (
      "citizen numbers and dates",
      [
        ("110105", 4), ("1949", 3), ("12", 3), ("31", 3), ("002", 3), ("X", 2), ("x", 1), ("19", 2),
        ("-", 3), (" ", 3), ("/", 2), (".", 2), ("年", 2), ("月", 2), ("日", 2), ("１", 1), ("６", 1),
        ("_", 1),
      ]
    ),
    (
      "cards and devices",
      [
        ("6222", 3), ("4111", 3), ("1111", 3), ("460", 3), ("00", 3), ("35", 2), ("693803", 2),
        ("564380", 2), ("9", 3), ("3782", 1), ("822463", 1), ("10005", 1), ("-", 5), (" ", 5),
        ("=", 1),
        ("号", 1), ("４", 1),
      ]
    ),
    (
      "addresses of groups",
      [
        ("3c", 4), ("5A", 3), ("b4", 3), ("1e", 2), ("22", 3), ("0f", 2), ("101", 2), ("6", 3),
        ("2400", 2), ("3200", 1), (":", 9), ("::", 1), (".", 7), ("-", 4), ("ａ", 1), ("５", 1),
        ("：", 1), ("．", 1), (" ", 2), ("g", 1), ("/", 1), ("3c:5a:b4:1e:", 2), ("101.6.", 2),
      ]
    ),
    (
      "places on Earth",
      [
        ("39", 4), ("116", 4), (".", 6), ("9165", 3), ("397128", 3), (",", 3), (" ", 2), ("，", 1),
        ("°", 2), ("度", 1), ("54", 1), ("′", 2), ("59", 1), ("″", 1), ("N", 1), ("E", 1), ("-", 1),
        ("POINT(", 1), ("3", 1), ("９", 1), ("39.9165,", 2), ("39°54′", 2),
      ]
    ),
    (
      "mail addresses",
      [
        ("a", 4), ("zhang", 2), ("9", 2), (".", 4), ("_", 1), ("-", 1), ("+", 1), ("%", 1),
        ("@", 4),
        ("＠", 1), ("example", 2), ("com", 3), ("cn", 2), ("xn--fiqs8s", 1), (" ", 2), ("邮", 1),
        ("<", 1),
      ]
    ),
    (
      "letters and digits",
      [
        ("A", 3), ("E", 3), ("H", 2), ("L", 1), ("X", 1), ("a", 1), ("Ａ", 1), ("Ｅ", 1), ("1", 4),
        ("23456", 3), ("78", 3), ("８", 1), ("12345678", 2), ("(3)", 1), ("（3）", 1), ("-", 1),
        (" ", 2), (".", 1), ("91350100M000100Y43", 1), ("1M8GDM9AXKP042788", 1), ("_", 1),
        ("CHN", 1), ("<", 1), ("证", 1),
      ]
    ),
    (
      "plates",
      [
        ("京", 5), ("粤", 2), ("使", 1), ("领", 1), ("WJ", 2), ("A", 4), ("D", 2), ("B12", 2),
        ("345", 3), ("12345", 3), ("6", 2), ("·", 2), ("•", 1), ("-", 1), (" ", 1), ("．", 1),
        ("港", 1), ("警", 1), ("应急", 1), ("X012", 1), ("Ａ", 1), ("１２", 1), ("军字第", 2), ("号", 1),
        ("北", 1), ("a", 1),
      ]
    ),
    (
      "time stamps",
      [
        ("2026-11-22 19:21:35", 5), ("2026-11-22T19:21:35", 4), (".449", 4), (",449", 1), ("Z", 1),
        ("+08:00", 1), (" ", 6), (":", 2), (".", 2), ("10.1.2.3", 1), ("13812345678", 2),
        ("20260101", 1), ("-", 2), ("a", 1), ("ab:cd", 1), ("０", 1), ("：", 1), ("/", 1),
        ("39.9165,", 1), ("116.397128", 1), ("\n", 2), ("Tel.", 1), ("id", 1),
      ]
    ),
  ]

  @Test("Random strings hold no position that the prefilter misses", arguments: pieces.indices)
  func randomStrings(_ index: Int) throws {
    let seed: UInt64 = 0x9F17_0000 + UInt64(index)
    var random = SeededGenerator(seed: seed)
    let (name, weights) = Self.pieces[index]
    let bag = weights.flatMap { Array(repeating: Array($0.0.utf8), count: $0.1) }
    let trials = try Self.trials()
    for _ in 0..<1000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        text += bag[Int.random(in: 0..<bag.count, using: &random)]
      }
      Self.expectNoDifference(trials, text, "seed \(seed), \(name):")
    }
  }

  @Test(
    "Signs and brackets before a number do not hide it",
    arguments: [
      ("((010)62751234)", "(010)62751234"), ("（（０１０）６２７５１２３４）", "（０１０）６２７５１２３４"),
      ("(+86 13812345678)", "+86 13812345678"), ("((+86)13812345678)", "(+86)13812345678"),
      ("++8613812345678", "+8613812345678"), ("+(010)62751234", "(010)62751234"),
      ("＋+86 13812345678", "+86 13812345678"), ("((13812345678))", "13812345678"),
      ("(4111111111111111)", "4111111111111111"),
    ])
  func signs(_ text: String, _ value: String) throws {
    let trials = try Self.trials()
    Self.expectNoDifference(trials, Array(text.utf8))
    let found = Set(trials.flatMap { $0.found(text) })
    #expect(found.contains(value), "\(found)")
  }

  @Test("Examples changed at random hold no position that the prefilter misses", arguments: 0..<4)
  func changedExamples(_ index: Int) throws {
    let seed: UInt64 = 0xE8A0_0000 + UInt64(index)
    var random = SeededGenerator(seed: seed)
    let rules = try BuiltinRules.rules().filter { rule in
      rule.forms.contains { $0.prefilter != .place && $0.prefilter != .label }
    }
    let values = rules.flatMap { rule in
      rule.examples.positive.map { String(decoding: Array($0.text.utf8)[$0.span], as: UTF8.self) }
    }
    let trials = try Self.trials()
    let glue = [
      "", " ", "-", "　", "(", "（", ")", "+", "＋", ".", "/", "号", "a", "7", "８", "\n", "：",
    ]
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        text += glue.randomElement(using: &random) ?? ""
        for scalar in (values.randomElement(using: &random) ?? "").unicodeScalars {
          switch Int.random(in: 0..<40, using: &random) {
          case 0: text += glue.randomElement(using: &random) ?? ""
          case 1: break
          case 2...4:
            let wide = (0x21...0x7E).contains(scalar.value) ? scalar.value + 0xFEE0 : scalar.value
            text.unicodeScalars.append(Unicode.Scalar(wide) ?? scalar)
          default: text.unicodeScalars.append(scalar)
          }
        }
        text += glue.randomElement(using: &random) ?? ""
      }
      Self.expectNoDifference(trials, Array(text.utf8), "seed \(seed):")
    }
  }

  @Test(
    "Mail addresses are found in full-width letters and to the length that RFC 5321 allows",
    arguments: [
      "ｚｈａｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ｚhao@example.com", "zhao@ｅｘａｍｐｌｅ.com", "zhao@example．com",
      String(repeating: "a", count: 64) + "@example.com",
      "a@" + String(repeating: "b", count: 63) + ".com",
      String(repeating: "a", count: 64) + "@"
        + String(repeating: String(repeating: "b", count: 59) + ".", count: 4) + "com",
    ])
  func mailAddresses(_ address: String) throws {
    for trial in try Self.trials() where trial.isAtSign {
      for text in [address, "邮箱：\(address)，", "x \(address) y"] {
        Self.expectNoDifference([trial], Array(text.utf8))
        #expect(trial.found(text) == [address])
      }
    }
  }
}
