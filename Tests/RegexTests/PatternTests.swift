import Regex
import Testing

@Suite struct PatternTests {
  /// Offsets and words as in PCRE2's own test outputs (testdata/testoutput2), those that have not
  /// changed from one of its versions to another.
  @Test(
    "A pattern that PCRE2 refuses gives the offset and PCRE2's words",
    arguments: [
      ("abc)", 3, "unmatched closing parenthesis"),
      ("(abc", 4, "missing closing parenthesis"),
      ("a[b-a]", 4, "range out of order in character class"),
      ("a[b-c", 5, "missing terminating ] for character class"),
      ("*a", 0, "quantifier does not follow a repeatable item"),
    ])
  func refused(_ source: String, _ offset: Int, _ words: String) {
    let fault = Self.fault(of: source)
    #expect(fault?.offset == offset)
    #expect(fault?.message == words)
  }

  static func fault(of source: String, _ mode: Pattern.Mode = .bytes) -> PatternError? {
    do throws(PatternError) {
      _ = try Pattern(source, mode: mode)
      return nil
    } catch {
      return error
    }
  }

  @Test("The offset of a fault behind Chinese characters counts bytes")
  func refusedBehindChinese() { #expect(Self.fault(of: "路街)", .unicode)?.offset == 6) }

  @Test("White space and comments of a pattern are ignored")
  func freeSpacing() throws {
    let pattern = try Pattern("a  b # the letters\n  c", mode: .bytes)
    #expect(Matcher(pattern).match(Array("abc".utf8).span, at: 0) == .match)
  }

  @Test("Named groups have numbers in order of their brackets, others have none")
  func groupNames() throws {
    let pattern = try Pattern("(?<year>\\d+)-(x)(?<day>\\d+)", mode: .bytes)
    #expect(pattern.group(named: "year") == 1)
    #expect(pattern.group(named: "day") == 3)
    #expect(pattern.group(named: "month") == nil)
  }

  @Test("Patterns are compiled by the JIT where the library has one")
  func justInTime() throws {
    for mode in [Pattern.Mode.bytes, .unicode] {
      #expect(try Pattern("[0-9]{3}", mode: mode).isJITCompiled == Library.hasJIT)
    }
  }

  @Test("The library says its version as PCRE2 does: two numbers and a date")
  func version() {
    let words = Library.version.split(separator: " ")
    #expect(words.count == 2)
    #expect(words.first?.split(separator: ".").allSatisfy { Int($0) != nil } == true)
    #expect(words.last?.split(separator: "-").map { $0.utf8.count } == [4, 2, 2])
  }
}
