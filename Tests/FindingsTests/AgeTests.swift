import Findings
import Foundation
import Testing

@Suite struct AgeTests {
  /// Civil Code Art. 1259 counts the full years; the Supreme People's Court counts from the day
  /// after the birthday in criminal cases, which `isBirthday` lets a policy do.
  @Test(
    "A year is completed on the birthday, and one of 29 February on 1 March of a common year",
    arguments: [
      ("2012-11-22", "2026-11-21", 13, false),
      ("2012-11-22", "2026-11-22", 14, true),
      ("2012-11-22", "2026-11-23", 14, false),
      ("2012-02-29", "2026-02-28", 13, false),
      ("2012-02-29", "2026-03-01", 14, true),
      ("2012-02-29", "2026-03-02", 14, false),
      ("2012-02-29", "2028-02-28", 15, false),
      ("2012-02-29", "2028-02-29", 16, true),
      ("2012-02-29", "2028-03-01", 16, false),
      ("2012-03-01", "2026-02-28", 13, false),
      ("2012-03-01", "2026-03-01", 14, true),
      ("2012-02-28", "2026-02-28", 14, true),
      ("2012-12-31", "2026-12-30", 13, false),
      ("2012-12-31", "2027-01-01", 14, false),
      ("2026-11-22", "2026-11-22", 0, false),
      ("2025-11-22", "2026-11-22", 1, true),
      ("1876-11-22", "2026-11-22", 150, true),
    ])
  func years(_ birth: String, _ day: String, _ years: Int, _ isBirthday: Bool) throws {
    let age = Age(
      bornOn: try #require(CivilDate(iso: birth)), asOf: try #require(CivilDate(iso: day)))
    #expect(age.years == years)
    #expect(age.isBirthday == isBirthday)
  }

  @Test(
    "A birth after the day, or more than 150 years before it, tells no age",
    arguments: [
      ("2026-11-23", "2026-11-22"), ("2027-01-01", "2026-11-22"), ("1875-11-22", "2026-11-22"),
    ])
  func unknown(_ birth: String, _ day: String) throws {
    let age = Age(
      bornOn: try #require(CivilDate(iso: birth)), asOf: try #require(CivilDate(iso: day)))
    #expect(age == .unknown)
    #expect(age.years == nil)
    #expect(age.band == .unknown)
  }

  @Test(
    "Bands begin at 14, 15 and 18 years",
    arguments: [
      (-1, AgeBand.unknown, "unknown"), (0, .under14, "under-14"), (13, .under14, "under-14"),
      (14, .fourteen, "14-17"), (15, .from15To17, "14-17"), (17, .from15To17, "14-17"),
      (18, .adult, "adult"), (150, .adult, "adult"), (151, .unknown, "unknown"),
      (255, .unknown, "unknown"),
    ])
  func bands(_ years: Int, _ band: AgeBand, _ name: String) {
    #expect(Age(years: years).band == band)
    #expect(Age(years: years).band.name == name)
    #expect(!Age(years: years).isBirthday)
  }

  @Test("Ages are those of Foundation's calendar, 29 February left out")
  func calendar() throws {
    let seed: UInt64 = 0xA6E0_0001
    var random = SeededGenerator(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    func day(_ date: CivilDate) throws -> Date {
      let parts = DateComponents(year: date.year, month: date.month, day: date.day)
      return try #require(calendar.date(from: parts))
    }
    func date(_ years: ClosedRange<Int>) -> CivilDate? {
      CivilDate(
        year: Int.random(in: years, using: &random), month: Int.random(in: 1...12, using: &random),
        day: Int.random(in: 1...31, using: &random))
    }
    var compared = 0
    while compared < 2000 {
      guard let birth = date(1900...2020), let asOf = date(2021...2040),
        (birth.month, birth.day) != (2, 29)
      else { continue }
      compared += 1
      let age = Age(bornOn: birth, asOf: asOf)
      let expected = calendar.dateComponents([.year], from: try day(birth), to: try day(asOf)).year
      #expect(age.years == expected, "seed \(seed): \(birth.iso) on \(asOf.iso)")
      #expect(age.isBirthday == ((birth.month, birth.day) == (asOf.month, asOf.day)))
    }
  }
}
