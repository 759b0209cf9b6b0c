import Regex
import Testing

@testable import calibrate

@Suite struct PatternSamplerTests {
  private func sampler(_ pattern: String) throws -> PatternSampler {
    var parser = PatternParser(pattern)
    return PatternSampler(try parser.parse())
  }

  @Test(
    "The strings of each length are counted",
    arguments: [
      (#"1[3-9]\d{9}"#, 11, 7e9),
      (#"(?: 0[1-9] | 1[0-2] ) # months"#, 2, 12),
      (#"\d{2,3}"#, 3, 1000),
      (#"\d\d ([ -]) \d \1 \d"#, 4, 20_000),
      (#"[A-C] \d? [Xx]"#, 3, 60),
      (#"\( \d \) -? \d"#, 2, 200),
      (#"(?<![0-9A-Za-z]) (?<year> 19 | 20 ) \d\d (?! [-/][0-9] )"#, 4, 200),
      (#"\d{4} 年"#, 4, 10_000),
    ])
  func counts(pattern: String, length: Int, count: Double) throws {
    #expect(try sampler(pattern).counts[length] == count)
  }

  @Test(
    "What is drawn matches the pattern and has the length",
    arguments: [
      #"(?<![0-9]) 1[3-9]\d (?: [ -]\d{4}[ -]\d{4} | \d[ -]\d{3}[ -]\d{4} | \d{8} )"#,
      #"[3-689]\d{12,18} | 2[2-7]\d{14}"#,
      #"[2-689]\d{3} ([ -]) \d{4} \1 \d{4} \1 \d{4} (?: \1 \d{1,3} )?"#,
      #"[A-HJ-NPR-Z0-9]{17}"#,
    ])
  func drawn(pattern: String) throws {
    let sampler = try sampler(pattern)
    let matcher = Matcher(try Pattern(pattern, mode: .bytes))
    var random = SplitMix64(seed: 1)
    for length in sampler.counts.indices where sampler.counts[length] > 0 {
      for _ in 0..<50 {
        let text = sampler.sample(length: length, using: &random)
        let bytes = Array(text.utf8)
        let outcome = matcher.match(bytes.span, at: 0)
        let range = matcher.range()
        #expect(outcome == .match, "\(text)")
        #expect(range == 0..<bytes.count, "\(text)")
        #expect(text.unicodeScalars.filter(\.isSignificant).count == length)
      }
    }
  }

  @Test("Every string of a small set is drawn about equally often")
  func uniform() throws {
    let sampler = try sampler(#"(?: 0[1-9] | 1[0-2] )"#)
    var random = SplitMix64(seed: 2)
    var counts: [String: Int] = [:]
    for _ in 0..<12_000 { counts[sampler.sample(length: 2, using: &random), default: 0] += 1 }
    #expect(counts.count == 12)
    // Five standard deviations of a binomial count of 12,000 at 1 in 12.
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 152 })
  }

  @Test(
    "A construct that no strings can be drawn from is told, not guessed",
    arguments: [#"(?(DEFINE) (?<d> \d ) ) (?&d)"#, #"\p{Han}{2}"#, #"[^0-9]"#, #"^\d"#, #"\w+"#])
  func unknown(pattern: String) {
    #expect(throws: PatternParser.Unknown.self) { _ = try sampler(pattern) }
  }
}
