import BuiltinRulesets
import Findings
import Regex
import TestSupport
import Testing

@testable import Detectors

/// Parts of addresses from memory: the whole pattern, asked for every text, is the witness.
@Suite struct AddressStepTests {
  private static func source() throws -> String {
    let rule = try #require(try BuiltinRules.rules().first { $0.id.rawValue == "address" })
    return try #require(rule.forms.first).pattern
  }

  /// What is seen of a match: its range and its parts.
  private static func seen(_ parts: AddressParts?) -> [Range<Int>?] {
    guard let parts else { return [] }
    return [parts.range] + AddressParts.Part.allCases.map { parts[$0] }
  }

  /// Made of the words of the pattern, names of places and numbers, so that every look-ahead has a chance.
  private static func texts(_ source: String, _ count: Int) -> [String] {
    var generator = SeededGenerator(seed: TestSeed.value)
    let words = source.matches(of: /[\u{3400}-\u{9FFF}]+/).map { String($0.output) }
    let characters = source.unicodeScalars.filter { $0.value > 0x2E80 }.map { String($0) }
    let names = "山东省 东营市 河口区 青年路 翠屏街 中山北路 浙江省 杭州市 西湖区 乌鲁木齐市 沙依巴克区 柳沟村 龙湖花园 金色家园".split(
      separator: " ")
    let others = "河珠沈翁ABFLkz -－#＃（）()，,。；·/～１２Ａ　é😀".map { String($0) }
    let endings = ["号", "栋", "单元", "室", "楼", "号院", "弄", "座", "幢", "层", "组"]
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...9, using: &generator)).map { _ -> String in
        switch Int.random(in: 0..<12, using: &generator) {
        case 0...1: words.randomElement(using: &generator) ?? ""
        case 2: characters.randomElement(using: &generator) ?? ""
        case 3...6: names.randomElement(using: &generator).map { String($0) } ?? ""
        case 7...10:
          String(Int.random(in: 0...2000, using: &generator))
            + (endings.randomElement(using: &generator) ?? "")
        default: others.randomElement(using: &generator) ?? ""
        }
      }.joined()
    }
  }

  @Test("What is told part by part is what the whole pattern matches")
  func witness() throws {
    let source = try Self.source()
    let patterns = try #require(AddressStepPatterns(source))
    let pattern = try Pattern(source, mode: .unicode)
    let (matcher, groups) = (Matcher(pattern), AddressParts.Groups(of: pattern))
    let memo = AddressStepMemo(patterns, seed: 0x1234_5678_9ABC_DEF0)
    var told = 0
    let texts = Self.texts(source, 6000)
    // Twice, so that answers come from memory too.
    for text in texts + texts {
      let bytes = Array(text.utf8)
      guard let parts = memo.parts(of: bytes.span) else { continue }
      told += 1
      let isMatch = matcher.match(bytes.span, at: 0) == .match
      let expected = isMatch ? AddressParts(matcher, groups, shiftedBy: 0) : nil
      let isSame = Self.seen(parts) == Self.seen(expected)
      #expect(isSame, "\(text): \(Self.seen(parts)), not \(Self.seen(expected))")
      if !isSame { return }
    }
    #expect(told > 6000)
  }

  @Test("The built-in pattern tells no digit from another")
  func digits() throws {
    // What may hold digits: ranges of all of them, counts, numbers of characters, and comments.
    let lines = try Self.source().split(separator: "\n")
    let rest = lines.filter { $0.drop { $0 == " " }.first != "#" }.joined(separator: "\n")
      .replacing(/\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}/, with: "")
      .replacing(/\{[0-9]+(,[0-9]*)?\}/, with: "")
      .replacing(/0-9|\/-9/, with: "")
    let left = rest.filter { ("0"..."9").contains($0) }
    #expect(left == "")
  }

  @Test("A pattern of another make has no steps")
  func others() throws {
    #expect(AddressStepPatterns("(?<road> \\w+ 路 )") == nil)
    let source = try Self.source()
    #expect(AddressStepPatterns(source.replacing(")++", with: ")+")) == nil)
  }

  @Test("A column of addresses is told alike by a finder that has met thousands and by a new one")
  func inColumn() throws {
    let ruleSet = try BuiltinRules.ruleSet()
    let column = ColumnContext(ColumnShape(name: "家庭住址"), in: ruleSet)
    let key = FingerprintKey(master: [UInt8](repeating: 7, count: 32))
    let asOf = BuiltinRules.asOf
    let experienced = Finder(ruleSet, key: key, asOf: asOf)
    for text in Self.texts(try Self.source(), 6000) {
      let bytes = Array(text.utf8)
      experienced.find(in: bytes.span, core: 0..<bytes.count, column: column)
    }
    let values = AddressesInColumns.lines.map { String($0.split(separator: "|").last ?? "") }
    for text in values + Self.texts(try Self.source(), 60) {
      let bytes = Array(text.utf8)
      let new = Finder(ruleSet, key: key, asOf: asOf)
      for finder in [experienced, experienced, new] {
        finder.find(in: bytes.span, core: 0..<bytes.count, column: column)
      }
      #expect(
        experienced.hits.map { "\($0)" } == new.hits.map { "\($0)" }
          && experienced.evidence == new.evidence, "\(text)")
    }
  }
}
