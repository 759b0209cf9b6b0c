import Testing

@testable import Reports

@Suite struct DayTextTests {
  /// Expected days from `TZ=Asia/Shanghai date -d @N +%F` (GNU coreutils), for years in which
  /// Shanghai kept UTC+8; the early ones by Python's `datetime` with a fixed offset.
  @Test(
    "A moment is the day it had in Asia/Shanghai",
    arguments: [
      (0, "1970-01-01"), (57_599, "1970-01-01"), (57_600, "1970-01-02"), (-28_801, "1969-12-31"),
      (951_753_599, "2000-02-28"), (951_753_600, "2000-02-29"), (951_840_000, "2000-03-01"),
      (1_700_000_000, "2023-11-15"), (4_107_513_600, "2100-03-01"), (253_402_271_999, "9999-12-31"),
    ])
  func days(seconds: Int64, day: String) {
    #expect(DayText.day(ofUnixTime: seconds) == day)
  }

  @Test(
    "A moment beyond the calendar is no day",
    arguments: [Int64.max, Int64.min, 253_402_272_000, -100_000_000_000])
  func beyond(seconds: Int64) {
    #expect(DayText.day(ofUnixTime: seconds) == nil)
  }
}
