import Regex
import Testing

@Suite struct MatcherTests {
  static func matcher(_ source: String, _ mode: Pattern.Mode = .bytes) throws -> Matcher {
    Matcher(try Pattern(source, mode: mode))
  }

  @Test("A match begins at exactly the offset asked for")
  func anchored() throws {
    let matcher = try Self.matcher("ab")
    let text = Array("xxabxab".utf8)
    let outcomes = text.indices.map { matcher.match(text.span, at: $0) == .match }
    #expect(outcomes == [false, false, true, false, false, true, false])
    #expect(matcher.match(text.span, at: text.count) == .none)
  }

  @Test("Of a text that goes on, an answer is told that does not hang on what follows")
  func goesOn() throws {
    let pattern = Pattern(proven: "a+ b (?! c )", mode: .unicode, readsOn: true)
    let matcher = Matcher(pattern)
    let cases: [(String, Matcher.Outcome)] = [
      ("aa", .more), ("aab", .more), ("aabd", .match), ("aabc", .none), ("x", .none),
    ]
    for (text, expected) in cases {
      let outcome = matcher.match(Array(text.utf8).span, at: 0, readsOn: true)
      #expect(outcome == expected, "\(text)")
    }
    #expect(matcher.match(Array("aab".utf8).span, at: 0, readsOn: false) == .match)
  }

  @Test("An alternative does not escape the anchor")
  func anchoredAlternatives() throws {
    let matcher = try Self.matcher("b | a(?!b)")
    #expect(matcher.match(Array("ab".utf8).span, at: 0) == .none)
    #expect(matcher.match(Array("ab".utf8).span, at: 1) == .match)
  }

  @Test("Look-behinds see the bytes before the offset, look-aheads those behind the match")
  func lookAround() throws {
    let matcher = try Self.matcher("(?<![0-9]) [0-9]{3} (?![0-9])")
    let cases: [(String, Int, Matcher.Outcome)] = [
      ("123", 0, .match), ("x123", 1, .match), ("4123", 1, .none), ("1234", 0, .none),
      ("123x", 0, .match), ("路123", 3, .match),
    ]
    for (text, offset, expected) in cases {
      #expect(matcher.match(Array(text.utf8).span, at: offset) == expected, "\(text)")
    }
  }

  @Test("The subject begins where its span begins")
  func slices() throws {
    let matcher = try Self.matcher("(?<![0-9])12")
    let text = Array("912".utf8)
    #expect(matcher.match(text.span, at: 1) == .none)
    #expect(matcher.match(text.span.extracting(1..<3), at: 0) == .match)
    #expect(matcher.range() == 0..<2)
  }

  @Test("Ranges are those of the last match; a group that took no part has none")
  func groups() throws {
    let matcher = try Self.matcher("(?<a>x+) (?: -(?<b>y) | \\.(?<c>z) ) ()")
    #expect(matcher.match(Array("..xx.z".utf8).span, at: 2) == .match)
    #expect(matcher.range() == 2..<6)
    #expect(matcher.range(of: 1) == 2..<4)
    #expect(matcher.range(of: 2) == nil)
    #expect(matcher.range(of: 3) == 5..<6)
    #expect(matcher.range(of: 4) == 6..<6)
    #expect(matcher.range(of: 5) == nil)
    #expect(matcher.match(Array("x-y".utf8).span, at: 0) == .match)
    #expect(matcher.range(of: 2) == 2..<3)
    #expect(matcher.range(of: 3) == nil)
  }

  @Test("An empty subject is a subject")
  func empty() throws {
    let text: [UInt8] = []
    #expect(try Self.matcher("a").match(text.span, at: 0) == .none)
    #expect(try Self.matcher("a?").match(text.span, at: 0) == .match)
    #expect(try Self.matcher("路", .unicode).match(text.span, at: 0) == .none)
  }

  @Test("In byte mode every byte is a character, NUL and invalid UTF-8 too")
  func bytes() throws {
    let matcher = try Self.matcher("a.b")
    for byte in UInt8.min...UInt8.max where byte != 0x0A {
      #expect(matcher.match([0x61, byte, 0x62].span, at: 0) == .match, "\(byte)")
    }
  }

  @Test("In Unicode mode a class of Chinese characters is a set of characters, not of bytes")
  func classes() throws {
    let matcher = try Self.matcher("[路街]", .unicode)
    #expect(matcher.match(Array("路".utf8).span, at: 0) == .match)
    #expect(matcher.range() == 0..<3)
    // 贯 begins with the byte that 路 begins with.
    #expect(matcher.match(Array("贯".utf8).span, at: 0) == .none)
  }

  @Test(
    "Invalid UTF-8 matches nothing in Unicode mode and stops no match before or behind it",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE8, 0xB7], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func invalid(_ fault: [UInt8]) throws {
    let road = Array("路".utf8)
    let matcher = try Self.matcher("[^x]{1,9}? 路", .unicode)
    let text = road + road + fault + Array("号路".utf8)
    #expect(matcher.match(text.span, at: 0) == .match)
    #expect(matcher.range() == 0..<6)
    // No character leads over the fault.
    #expect(matcher.match(text.span, at: 3) == .none)
    #expect(matcher.match(text.span, at: 6 + fault.count) == .match)
    #expect(matcher.range() == 6 + fault.count..<text.count)
    let any = try Self.matcher(".", .unicode)
    #expect(any.match((fault + [0x61]).span, at: 0) == .none)
  }

  @Test("Random bytes never stop a Unicode match of what follows them")
  func randomBytes() throws {
    let seed: UInt64 = 0x7E6E_0001
    var state = seed
    let matcher = try Self.matcher("(?<![0-9])\\d{3}[路街]", .unicode)
    let value = Array("123路".utf8)
    for _ in 0..<2000 {
      var noise: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        noise.append(UInt8(truncatingIfNeeded: state >> 56))
      }
      noise.append(0x20)
      let text = noise + value + noise
      #expect(matcher.match(text.span, at: noise.count) == .match, "seed \(seed): \(noise)")
    }
  }

  @Test("Work without end stops at the match limit, which is not the answer no")
  func limit() throws {
    let matcher = Matcher(try Pattern("(?:a+)+[bc]", mode: .bytes), matchLimit: 1000)
    let hard = [UInt8](repeating: 0x61, count: 60)
    #expect(matcher.match(hard.span, at: 0) == .limit)
    #expect(matcher.match(Array("aab".utf8).span, at: 0) == .match)
    #expect(matcher.range() == 0..<3)
    #expect(matcher.match(Array("ab".utf8).span, at: 1) == .none)
  }

  @Test("Two matchers of one pattern do not disturb each other")
  func twoMatchers() throws {
    let pattern = try Pattern("a+", mode: .bytes)
    let (first, second) = (Matcher(pattern), Matcher(pattern))
    #expect(first.match(Array("aaa".utf8).span, at: 0) == .match)
    #expect(second.match(Array("xa".utf8).span, at: 1) == .match)
    #expect(first.range() == 0..<3)
    #expect(second.range() == 1..<2)
  }
}
