import Findings
import Testing

/// The word of the inventory for how a field is hidden.
@Suite struct MaskingCensusTests {
  static func census(_ counts: [(Concealment, Int)]) -> MaskingCensus {
    var census = MaskingCensus()
    for (concealment, count) in counts { for _ in 0..<count { census.count(concealment) } }
    return census
  }

  @Test(
    "A field is hidden as 19 in 20 of its values are, and as the gravest mask of one in 20",
    arguments: [
      ([], 10, "none"), ([(.md5, 100)], 100, "md5"), ([(.md5, 95)], 100, "md5"),
      ([(.md5, 80)], 100, "mixed"), ([(.md5, 4)], 100, "none"),
      ([(.usual, 96), (.guessable, 4)], 100, "partial:usual"),
      ([(.usual, 90), (.guessable, 10)], 100, "partial:guessable"),
      ([(.telling, 90), (.guessable, 10)], 100, "partial:guessable"),
      ([(.full, 100)], 100, "full"), ([(.md5, 50), (.sha1, 50)], 100, "mixed"),
      ([(.encrypted, 20)], 20, "encrypted(base64)"),
    ] as [([(Concealment, Int)], UInt64, String)])
  func words(_ counts: [(Concealment, Int)], _ matches: UInt64, _ word: String) {
    #expect(Self.census(counts).word(matches: matches) == word)
  }

  @Test("Counts of parts add up")
  func merging() {
    var census = Self.census([(.md5, 2), (.usual, 1)])
    census.merge(Self.census([(.md5, 3)]))
    census.merge(MaskingCensus())
    #expect(census == Self.census([(.md5, 5), (.usual, 1)]))
  }
}
