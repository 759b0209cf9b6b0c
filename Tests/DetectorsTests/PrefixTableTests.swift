import Testing

@testable import Detectors

@Suite struct PrefixTableTests {
  @Test("The longest prefix wins, as a walk over all prefixes finds it")
  func longest() {
    var random = SeededGenerator(seed: 5)
    var table = PrefixTable()
    var known: [String: UInt64] = [:]
    for _ in 0..<3000 {
      let digits = Int(random.next() % 6) + 1
      let number = random.next() % [10, 100, 1000, 10_000, 100_000, 1_000_000][digits - 1]
      let text = String(repeating: "0", count: digits - String(number).count) + String(number)
      let value: UInt64 = 1 << (random.next() % 20)
      known[text, default: 0] |= value
      if random.next() & 1 == 0 {
        table.insert(decimal: Int(number), digits: digits, value)
      } else {
        table.insert(Array(text.utf8), 0..<digits, value)
      }
    }
    for _ in 0..<3000 {
      let number = String(random.next() % 10_000_000_000)
      let bytes = Array((number + ["", "x", "0x1"][Int(random.next() % 3)]).utf8)
      let expected = (1...number.utf8.count).last { known[String(number.prefix($0))] != nil }
      let found = table.longestPrefix(of: bytes.span)
      #expect(found?.digits == expected)
      #expect(found?.value == expected.flatMap { known[String(number.prefix($0))] })
    }
  }
}
