import Findings
import Regex
import TestSupport
import Testing

@testable import Detectors

/// Which four digits the numbers of a pattern can begin with: never fewer than PCRE2 takes.
@Suite struct DigitOpeningsTests {
  private static func openings(_ pattern: String) -> [Int]? {
    DigitOpenings(pattern).map { openings in (0..<10_000).filter(openings.contains) }
  }

  @Test(
    "The first digits are read from a pattern",
    arguments: [
      ("(?<![0-9A-Za-z]) (?<![0-9]\\.) 1101 \\d{8} (?![0-9A-Za-z]) (?!\\.[0-9])", [1101]),
      ("11 0 # the office\n 1\\d{8}", [1101]),
      ("[ -]? \\+? (?: 20 | 31 ) 8 [67] (?: - \\d+ )?", [2086, 2087, 3186, 3187]),
      ("(?<year> 1999 | 2000 ) \\d{4}", [1999, 2000]),
      ("7{3} 1", [7771]),
      ("5 (?: 0{2,3} | 1* 4 4 ) 9", [5000, 5009, 5111, 5114, 5144, 5449]),
      ("(?: 12 [ -] 34 | 56 [ -]? 78 ) 9", [5678]),
      ("[13] [^0-79A] (?! 0 ) 0 [-2]", [1802, 3802]),
      ("(?i) nr [.]? 4711", [4711]),
    ] as [(String, [Int])])
  func read(pattern: String, expected: [Int]) {
    #expect(Self.openings(pattern) == expected)
  }

  @Test(
    "Where it does not tell, or takes what all numbers begin with, nothing is said",
    arguments: [
      "\\d{12}", "(?: 1101 )? \\d{8}", "([0-9]) \\1 00 11", "(?(DEFINE) (?<a> 1 )) (?&a) 101",
      "\\x31 101", "1101 (?= (a+)+ b )", "\\Q1101\\E", "(?x-i) 1101", "[[:digit:]] 101",
      "(*UCP) 1101",
      "[1-9] \\d{11}",
    ])
  func unread(pattern: String) { #expect(Self.openings(pattern) == nil) }

  private static let pieces = [
    "1", "2", "7", "13", "[1-5]", "[^3]", "[0-9X]", "\\d", "\\d\\d", "(?: 12 | 34 | 5 )",
    "(?<![0-9A-Za-z])",
    "(?! 99 )", "[ -]?", "\\+?", "\\(?", "(?: \\+? 86 [ -]? )?", "\\d{4}", "\\d{2,6}", "\\d+",
    "\\w", ".", "A?",
    "[A-F]?", "(?i)", "(?: a | 1 )", "(?= [0-5] )", "\\s?", "(?: 1 \\d ){2}", "(?> 0* )",
    "[02468]{1,3}?",
    "(?: \\d | - )*", "(?| (4) | (6) )", "\\)?", "$", "\\D?", "[\\d-]", "\\S", "9 # no number\n",
  ]

  private static func pick<Random: RandomNumberGenerator>(
    _ list: [String], _ counts: ClosedRange<Int>, _ random: inout Random
  ) -> String {
    (0..<Int.random(in: counts, using: &random)).map { _ in
      list[Int.random(in: 0..<list.count, using: &random)]
    }.joined(separator: "")
  }

  @Test("Whatever PCRE2 matches at a number begins with one of the openings")
  func matches() throws {
    var random = SeededGenerator(seed: TestSeed.value)
    let digits = (0..<10).map { String($0) }
    let signs = ["", "", "+", "(", "+ ", "(+", "x"]
    let (ends, groups) = (
      ["", "", " ", "-", "A", ")", "."], ["1", "12", "34", "56", "7", "00", "9"]
    )
    var (told, matched) = (0, 0)
    for _ in 0..<4000 {
      let pattern = Self.pick(Self.pieces, 2...7, &random)
      guard let openings = DigitOpenings(pattern),
        let compiled = try? Pattern(pattern, mode: .bytes)
      else { continue }
      told += 1
      let matcher = Matcher(compiled)
      for _ in 0..<60 {
        let sign = Array(Self.pick(signs, 1...1, &random).utf8)
        let number = Array(
          (Self.pick(digits + groups, 4...6, &random) + Self.pick(ends, 1...1, &random)
            + Self.pick(digits + ends, 0...8, &random)).utf8)
        let subject = sign + number
        let value = number.prefix(4).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        for start in 0...sign.count where matcher.match(subject.span, at: start) == .match {
          // A match of signs alone takes no digit.
          guard let range = matcher.range(), range.upperBound > sign.count else { continue }
          matched += 1
          #expect(
            openings.contains(value),
            "\(pattern) at \(start) of \(String(decoding: subject, as: UTF8.self))")
        }
      }
    }
    #expect(told > 300 && matched > 1000, "\(told) patterns, \(matched) matches")
  }

  private static func rules(areBuiltin: Bool) -> [Rule] {
    (0..<140).map { n in
      var rule = Rule(
        info: TypeInfo(
          id: TypeID(rawValue: "own-\(n)"), titleInChinese: "自有", titleInEnglish: "own"),
        standard: "",
        forms: [
          Form(
            name: "plain",
            prefilter: .number(
              NumberGate(
                lengths: [8 + n % 9], firstDigits: n % 3 == 0 ? Array(0..<10) : [1 + n % 9])),
            pattern: n % 3 == 0
              ? "\\+? [ ]? (?: \(n) | 86 [ -]? \(n) ) [ -]? \\d+ (?![0-9A-Za-z])"
              : "(?<![0-9A-Za-z]) \(1 + n % 9)\(10 + n % 90) \\d{\(5 + n % 9)} (?![0-9A-Za-z])",
            prior: Prior(text: 4 + n % 7, cell: 4), checks: [], needsContext: n % 11 == 0)
        ],
        context: ContextWeights(kinds: [TypeID(rawValue: "imei")]), mask: .ends(first: 1, last: 1),
        canonical: .digits, examples: Examples(positive: [], negative: []))
      rule.isBuiltin = areBuiltin
      return rule
    }
  }

  @Test("A hundred rules find the same whether their numbers are told by the first digits or not")
  func manyRules() throws {
    let tables = try BuiltinRules.tables()
    let finders = try [false, true].map { areBuiltin in
      Finder(
        try RuleSet(
          rules: Self.rules(areBuiltin: areBuiltin) + BuiltinRules.rules(), tables: tables),
        key: FingerprintKey(master: Array(0..<32)), asOf: BuiltinRules.asOf)
    }
    finders[1].numberPass = nil
    #expect(finders[0].numbers.entries.contains { $0.isOpened })
    #expect(!finders[1].numbers.entries.contains { $0.isOpened })
    var random = SeededGenerator(seed: TestSeed.value)
    let joints = [
      " ", "\n", " id=", " imei: ", "-", "a", " +", " (", ",", "１", "号 ", ".", " 86-", " +86 ",
    ]
    var found = 0
    for _ in 0..<300 {
      var text = ""
      while text.utf8.count < 1500 {
        text += Self.pick(joints, 1...2, &random)
        text += String(Int.random(in: 0...9999, using: &random))
        text += String(
          UInt64.random(
            in: 0...UInt64(1) << UInt64.random(in: 3...50, using: &random), using: &random))
      }
      let bytes = Array(text.utf8)
      let hits = finders.map { finder in
        finder.find(in: bytes.span, core: 0..<bytes.count, column: nil)
        return finder.hits.map { hit in
          "\(finder.ruleSet.types[Int(hit.rule)].id.rawValue) \(hit.range) \(hit.decibans)"
        }
      }
      found += hits[0].count
      #expect(hits[0] == hits[1])
    }
    #expect(found > 800, "\(found)")
  }
}
