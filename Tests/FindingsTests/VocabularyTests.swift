import Findings
import Foundation
import Testing

@Suite struct VocabularyTests {
  @Test(
    "Levels begin at 0, 10 and 20 decibans",
    arguments: [
      (Int.min, nil), (-1, nil), (0, Level.possible), (9, .possible), (10, .likely), (19, .likely),
      (20, .certain), (Int.max, .certain),
    ])
  func levels(_ decibans: Int, _ level: Level?) { #expect(Level(decibans: decibans) == level) }

  @Test("A level promises 50, 90 and 99 right of a hundred")
  func promises() throws {
    let promised = [0.5, 0.9, 0.99]
    for decibans in 0...60 {
      let odds = pow(10, Double(decibans) / 10)
      let level = try #require(Level(decibans: decibans))
      #expect(odds / (1 + odds) >= promised[Int(level.rawValue)], "\(decibans)")
    }
  }

  @Test("Words of levels are read as they are printed")
  func names() {
    #expect(Level.allCases.map(\.name) == ["possible", "likely", "certain"])
    for level in Level.allCases { #expect(Level(name: level.name) == level) }
    #expect(Level(name: "Likely") == nil)
    #expect(Kind.allCases.map(\.name) == [nil, "plain", "home", "delivery", "work"])
    #expect(
      Labels.names.map(\.1) == [
        "test-data", "masked", "in-name", "guardian", "hashed", "encrypted",
      ])
  }

  /// The list of the public contract, section on the exit status.
  @Test("Four reasons of gaps have no effect, all others make a run incomplete")
  func gaps() {
    let harmless = ["excluded", "symlink", "special", "no-text"]
    let incomplete = [
      "unreadable", "changed", "truncated", "encrypted", "limit", "unknown-encoding", "malformed",
      "match-limit", "record-too-long", "unsupported-data", "interrupted",
    ]
    #expect(GapReason.allCases.filter { !$0.makesIncomplete }.map(\.name) == harmless)
    #expect(GapReason.allCases.filter { $0.makesIncomplete }.map(\.name) == incomplete)
  }

  @Test("A fingerprint prints 32 lower-case hexadecimal digits, zeros in front kept")
  func hex() {
    #expect(Fingerprint(high: 0, low: 0).hex == "00000000000000000000000000000000")
    #expect(
      Fingerprint(high: 0x0123_4567_89AB_CDEF, low: 0xF).hex == "0123456789abcdef000000000000000f")
    #expect(
      Fingerprint(high: .max, low: 1 << 63).hex == "ffffffffffffffff8000000000000000")
  }
}
