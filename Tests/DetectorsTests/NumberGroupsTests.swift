import Regex
import TestSupport
import Testing

@testable import Detectors

/// How many digits the first group of a number can have: never fewer than PCRE2 takes.
@Suite struct NumberGroupsTests {
  @Test(
    "The first groups are read from a pattern",
    arguments: [
      ("1[3-9]\\d [ -] \\d{4} [ -] \\d{4}", [3]),
      ("\\+? 86 [ -]? 1\\d{2} [ -] \\d{8}", [2, 5]),
      ("(?: \\d\\d [ -] | \\d{6} - ) \\d", [2, 6]),
      ("(?(DEFINE) (?<ext> - \\d )) 0\\d{2,3} \\) \\d{7} (?&ext)?", [3, 4]),
      ("\\d{3} ([ -]) \\d{3} \\1 \\d{3}", [3]),
    ] as [(String, [Int])])
  func read(pattern: String, expected: [Int]) {
    let groups = NumberGroups.groups(of: pattern)
    #expect((0..<64).filter { groups >> UInt64($0) & 1 == 1 } == expected)
  }

  @Test(
    "Where a match ends, more digits may follow",
    arguments: [("1\\d{2}", 3), ("\\d{17} [\\dXx]", 17), ("12 (?: - \\d )?", 2)])
  func open(pattern: String, least: Int) {
    #expect(NumberGroups.groups(of: pattern) == .max << UInt64(least))
  }

  @Test("What is not read takes all")
  func unread() { #expect(NumberGroups.groups(of: "\\x31 \\d{3}") == .max) }

  @Test("Whatever a built-in pattern matches begins with one of its groups")
  func matches() throws {
    let forms = try BuiltinRules.ruleSet().forms.filter {
      if case .number(let gate) = $0.form.prefilter { !gate.readsOn } else { false }
    }
    var random = SeededGenerator(seed: TestSeed.value)
    var matched = 0
    for form in forms {
      let groups = NumberGroups.groups(of: form.form.pattern)
      let matcher = Matcher(form.pattern)
      for _ in 0..<20_000 {
        let number = Self.number(&random)
        let (sign, digits) = (number.sign, number.digits)
        for start in 0...sign.count
        where matcher.match(digits.span, at: start) == .match {
          matched += 1
          let group = digits[sign.count...].prefix { $0 &- 0x30 <= 9 }.count
          let isAdmitted = groups >> UInt64(min(group, 63)) & 1 == 1
          #expect(isAdmitted, "\(form.form.name): \(String(decoding: digits, as: UTF8.self))")
        }
      }
    }
    #expect(matched > 2000)
  }

  /// A number in groups, as phones, cards and dates have them.
  private static func number(
    _ random: inout SeededGenerator
  ) -> (sign: [UInt8], digits: [UInt8]) {
    let heads = [
      "0", "1", "13", "138", "86", "0086", "00", "010", "0571", "6222", "19", "20", "4", "",
    ]
    let joints = ["", "", "-", " ", ".", "/", ") ", "  ", "·"]
    let sign = Array(["", "", "+", "(", "(+"].randomElement(using: &random, or: "").utf8)
    var digits = sign + Array(heads.randomElement(using: &random, or: "").utf8)
    if digits.count == sign.count { digits.append(UInt8.random(in: 0x31...0x39, using: &random)) }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      digits += Array(joints.randomElement(using: &random, or: "").utf8)
      for _ in 0..<[1, 2, 3, 4, 4, 4, 6, 7, 8, 11].randomElement(using: &random, or: 4) {
        digits.append(UInt8.random(in: 0x30...0x39, using: &random))
      }
    }
    return (sign, digits + [0x20])
  }
}

extension Array {
  fileprivate func randomElement<Random: RandomNumberGenerator>(
    using random: inout Random, or other: Element
  ) -> Element { randomElement(using: &random) ?? other }
}
