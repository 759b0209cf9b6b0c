import Findings

/// The day of a file's modification.
enum DayText {
  private static let secondsPerDay: Int64 = 86_400
  /// Asia/Shanghai is UTC+8 all the year since 1991. The as-of day is taken there too, and a report
  /// must not hang on the zone of the machine.
  private static let offsetInSeconds: Int64 = 8 * 3600

  /// `YYYY-MM-DD` in Asia/Shanghai of a moment in seconds since 1970-01-01 UTC; nil beyond the years
  /// 1...9999. Reports print no time of day.
  ///
  /// The calendar is that of H. Hinnant, "chrono-compatible low-level date algorithms",
  /// `civil_from_days`: years begin in March and come in eras of 400, so the leap day is last.
  static func day(ofUnixTime seconds: Int64) -> String? {
    guard (-(1 << 48)...(1 << 48)).contains(seconds) else { return nil }
    let shifted = seconds + offsetInSeconds
    let days = (shifted - floorRemainder(shifted, secondsPerDay)) / secondsPerDay + 719_468
    let era = (days - floorRemainder(days, 146_097)) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    let month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    let year = Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    return CivilDate(year: year, month: month, day: day)?.iso
  }

  private static func floorRemainder(_ a: Int64, _ b: Int64) -> Int64 {
    let remainder = a % b
    return remainder < 0 ? remainder + b : remainder
  }
}
