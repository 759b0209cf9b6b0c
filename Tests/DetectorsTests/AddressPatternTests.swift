import Detectors
import Findings
import Regex
import TestSupport
import Testing

/// The pattern of addresses lists before its alternatives what they begin with, so that most characters
/// cost a look at one list. A list that lacks a character would lose addresses: the pattern without the
/// lists is the witness.
@Suite struct AddressPatternTests {
  private static let groups = [
    "area", "village", "road", "estate", "site", "number", "lane", "group", "building", "unit",
    "floor", "room", "dashed", "bare", "onroad", "latin", "only", "address",
  ]

  private static func source() throws -> String {
    let rule = try #require(try BuiltinRules.rules().first { $0.id.rawValue == "address" })
    return try #require(rule.forms.first).pattern
  }

  /// A look-ahead for one of twelve characters or more, as only these lists are written.
  nonisolated(unsafe) private static let list = /\(\?= \[(?:\\.|[^\]\\]){12,}\] \)/

  /// What a pattern makes of a text at a place: the range of the match and of each group.
  private func match(_ matcher: Matcher, _ pattern: Pattern, _ text: [UInt8], at start: Int)
    -> [Range<Int>?]
  {
    guard matcher.match(text.span, at: start) == .match else { return [] }
    return [matcher.range()]
      + Self.groups.map { name in pattern.group(named: name).flatMap { matcher.range(of: $0) } }
  }

  @Test("The lists before its alternatives leave nothing out")
  func lists() throws {
    let source = try Self.source()
    #expect(source.matches(of: Self.list).count == 8)
    let plain = source.replacing(Self.list, with: "")
    let (listed, witness) = (
      try Pattern(source, mode: .unicode), try Pattern(plain, mode: .unicode)
    )
    let (quick, slow) = (Matcher(listed), Matcher(witness))
    let characters = plain.unicodeScalars.filter { $0.value > 0x2E80 }.map { String($0) }
    let words = plain.matches(of: /[\u{3400}-\u{9FFF}]+/).map { String($0.output) }
    let others = "河珠沈翁ABFLkz -－#＃（）()，,。；;·/～１２Ａｂ　".map { String($0) }
    var generator = SeededGenerator(seed: TestSeed.value)
    var matches = 0
    for _ in 0..<4000 {
      let pieces = (0..<Int.random(in: 1...9, using: &generator)).map { _ -> String in
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...3: words.randomElement(using: &generator) ?? ""
        case 4...6: characters.randomElement(using: &generator) ?? ""
        case 7...8: String(Int.random(in: 0...20_000, using: &generator))
        default: others.randomElement(using: &generator) ?? ""
        }
      }
      let text = Array(pieces.joined().utf8)
      for start in text.indices where text[start] & 0xC0 != 0x80 {
        let expected = match(slow, witness, text, at: start)
        let found = match(quick, listed, text, at: start)
        #expect(found == expected, "\(String(decoding: text, as: UTF8.self)) at \(start)")
        if found != expected { return }
        if !found.isEmpty { matches += 1 }
      }
    }
    #expect(matches > 4000)
  }
}
