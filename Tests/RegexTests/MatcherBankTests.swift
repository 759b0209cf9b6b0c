import Regex
import Testing

@Suite struct MatcherBankTests {
  @Test("A pattern of a bank matches as it does alone")
  func alike() throws {
    let patterns = try ["[0-9]+", "(?<![0-9]) [0-9]{3} (?![0-9])", "b | a(?!b)"].map {
      try Pattern($0, mode: .bytes)
    }
    let bank = MatcherBank(patterns)
    let text = Array("ab 123 1234 b".utf8)
    for (index, pattern) in patterns.enumerated() {
      let alone = Matcher(pattern)
      for offset in 0...text.count {
        let outcome = bank.match(index, text.span, at: offset)
        let expected = alone.match(text.span, at: offset)
        #expect(outcome == expected)
        if outcome == .match { #expect(bank.range(index) == alone.range()) }
      }
    }
  }
}
