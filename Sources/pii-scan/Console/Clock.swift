import Findings
import Glibc

/// The one place that reads the clock.
enum Clock {
  /// China has one time zone and no daylight saving since 1991.
  private static let shanghaiOffsetInSeconds = 8 * 3600

  /// The day in Asia/Shanghai.
  static func todayInShanghai() -> CivilDate {
    civilDate(daysSince1970: (time(nil) + shanghaiOffsetInSeconds) / 86_400)
  }

  /// Seconds of a clock that never goes back, for rates.
  static func monotonicSeconds() -> Double {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Days are counted in eras of 400 years that begin on 1 March (Hinnant, "chrono-compatible
  /// low-level date algorithms", `civil_from_days`).
  private static func civilDate(daysSince1970 days: Int) -> CivilDate {
    let z = days + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("the clock stands outside the years 1 to 9999")
    }
    return date
  }
}
