import Testing

@testable import Detectors

@Suite struct PatternAlphabetTests {
  @Test(
    "A pattern runs on bytes where its Chinese characters stand for themselves",
    arguments: [
      (#"\d{4} - \d{2}"#, true), (#"\d+ 转 \d"#, true), ("(?: 分机 | 号 )? x", true),
      (#"(?<= [\xE4-\xE9][\x80-\xBF][\x80-\xBF] ) 号"#, true), ("a . b", true),
      ("a # 路? 一条注\nb", true), ("[路街]", false), ("号?", false), ("号 {2}", false),
      ("号 .", false), (#"号 \p{Lu}"#, false), (#"\. 号"#, true),
    ])
  func runsOnBytes(_ pattern: String, _ expected: Bool) {
    let runs = PatternAlphabet.runsOnBytes(pattern)
    #expect(runs == expected)
  }
}
