import Testing

@testable import corpus_generator

@Suite struct AgeTests {
  static let asOf = CalendarDay(2026, 11, 22)

  @Test(
    "A year is completed on the birthday",
    arguments: [
      ("2012-11-21", 14), ("2012-11-22", 14), ("2012-11-23", 13), ("2008-11-22", 18),
      ("2008-11-23", 17), ("2026-11-22", 0), ("2026-11-20", 0), ("1949-12-31", 76),
    ])
  func completedYears(birth: String, years: Int) throws {
    #expect(try #require(CalendarDay(iso: birth)).age(on: Self.asOf) == years)
  }

  @Test("A birthday of 29 February is kept on 1 March of common years and on the day of leap years")
  func leapDay() {
    let birth = CalendarDay(2012, 2, 29)
    #expect(birth.age(on: CalendarDay(2026, 2, 28)) == 13)
    #expect(birth.age(on: CalendarDay(2026, 3, 1)) == 14)
    #expect(birth.age(on: CalendarDay(2028, 2, 28)) == 15)
    #expect(birth.age(on: CalendarDay(2028, 2, 29)) == 16)
  }

  @Test(
    "Bands turn at 14 and 18",
    arguments: [
      (nil, "unknown"), (0, "under-14"), (13, "under-14"), (14, "14-17"), (17, "14-17"),
      (18, "adult"),
    ])
  func bands(years: Int?, band: String) {
    #expect(AgeBand(ageInYears: years).rawValue == band)
  }

  @Test("Steps over months, years and leap days come back", arguments: [1, 31, 59, 366, 1461])
  func steps(days: Int) {
    let day = CalendarDay(2024, 2, 29)
    #expect(day.adding(days: days).adding(days: -days) == day)
    #expect(CalendarDay(2023, 12, 31).adding(days: 1) == CalendarDay(2024, 1, 1))
    #expect(CalendarDay(2024, 3, 1).adding(days: -1) == CalendarDay(2024, 2, 29))
  }
}
