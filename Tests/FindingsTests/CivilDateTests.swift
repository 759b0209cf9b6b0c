import Findings
import Testing

@Suite struct CivilDateTests {
  @Test("The calendar repeats after 400 years of 146,097 days with 97 leap years")
  func cycle() {
    var days = 0
    for year in 1601...2000 {
      for month in 1...12 {
        days += (1...31).count { CivilDate(year: year, month: month, day: $0) != nil }
      }
    }
    #expect(days == 146_097)
    #expect((1601...2000).count { CivilDate.isLeap($0) } == 97)
  }

  @Test(
    "A day exists or it does not",
    arguments: [
      (2024, 2, 29, true), (2023, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true),
      (2026, 2, 30, false), (2026, 4, 31, false), (2026, 12, 31, true), (2026, 13, 1, false),
      (2026, 0, 1, false), (2026, 1, 0, false), (2026, 1, 32, false), (0, 1, 1, false),
      (1, 1, 1, true), (9999, 12, 31, true), (10000, 1, 1, false), (-4, 2, 29, false),
      (2026, 6, -1, false),
    ])
  func existence(_ year: Int, _ month: Int, _ day: Int, _ exists: Bool) {
    #expect((CivilDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test("Days are read and written as YYYY-MM-DD, and nothing else is read")
  func iso() throws {
    for text in ["0001-01-01", "2026-11-22", "2024-02-29", "9999-12-31"] {
      #expect(try #require(CivilDate(iso: text)).iso == text)
    }
    for text in [
      "", "2026-11-2", "2026-1-22", "26-11-22", "2026/11/22", "20261122", "2026-11-22 ",
      " 2026-11-22",
      "2026-11-22-", "+026-11-22", "2026-+1-22", "２０２６-11-22", "2026-02-29", "2026-11-22T00:00",
      "-2026-11-22", "2026--22",
    ] {
      #expect(CivilDate(iso: text) == nil, "\(text)")
    }
  }

  @Test("Days are ordered by year, then month, then day")
  func order() throws {
    let texts = ["1999-12-31", "2000-01-01", "2000-01-31", "2000-02-01", "2001-01-01"]
    let days = try texts.map { try #require(CivilDate(iso: $0)) }
    #expect(days.reversed().sorted() == days)
  }
}
