import Sieve
import Testing

@testable import Detectors

@Suite struct TimeStampTests {
  @Test(
    "A time stamp ends where its numbers end, and none begins where they may be of something else",
    arguments: [
      ("2026-11-22 19:21:35 INFO done", 19), ("2026-11-22T19:21:35.449 INFO", 23),
      ("2026-11-22T19:21:35Z\",\"a\"", 19), ("2026-11-22T19:21:35.449Z INFO", 23),
      ("2026-11-22 19:21:35,449 INFO", 19), ("2026-11-22T19:21:35+08:00 ", 19),
      ("2026-11-22 19:21:35] 8080", 19), ("2026-11-22 19:21:35.449   8080 ", 17),
      ("2026-11-22 19:21:35 8080 ", 17), ("2026-11-22 19:21:35-05:00 ", 17),
      ("2026-11-22 19:21:35.1234 INFO", 17), ("2026-11-22 19:21:35.449.1.2 x", 17),
      ("2026-11-22 19:21:35 ８080 xx", 17), ("2026-11-22 19:21:35:ab:cd:ef", nil),
      ("2026-11-22 19:21:35a 1234567", nil), ("2026-11-22 19:21:35.449Z8 123", nil),
      ("2026-11-22 19:21:35８ 12345", nil), ("2026/11/22 19:21:35 INFO xx", nil),
      ("2026-11-22 19-21-35 INFO xxx", nil), ("2026-11-22 19:21 INFO xxxxxxx", nil),
      ("12026-11-22 19:21:35 INFO xxx", nil), ("2026-11-22 19:21:35", nil),
    ])
  func ends(_ text: String, _ end: Int?) {
    let bytes = Array(text.utf8)
    let marks = Marks()
    Sieve(places: nil).mark(bytes.span, into: marks)
    let found = TimeStamp.end(bytes.span, Outline(marks), at: 0)
    #expect(found == end)
  }

  @Test(
    "What stands beside a time stamp is found",
    arguments: [
      "2026-11-22 19:21:35 13812345678", "2026-11-22 19:21:35.449 +86 13812345678",
      "2026-11-22T19:21:35,13812345678", "13812345678 2026-11-22 19:21:35.449",
      "[2026-11-22 19:21:35] 13812345678",
    ])
  func neighbours(_ text: String) throws {
    #expect(try Probe().find(text).map(\.type) == ["mobile-phone"])
  }
}
