/// A day of the Gregorian calendar.
struct CalendarDay: Comparable, Hashable {
  let year: Int
  let month: Int
  let day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-11-22`; nil when the text names no day.
  init?(iso text: String) {
    let part = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard part.count == 3, let year = part[0], let month = part[1], let day = part[2],
      CalendarDay.exists(year, month, day)
    else { return nil }
    self.init(year, month, day)
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= length(ofMonth: month, year)
  }

  static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Completed years on `today`, walked birthday by birthday; somebody born on 29 February has his
  /// birthday on 1 March in common years.
  func age(on today: CalendarDay) -> Int {
    var years = 0
    while birthday(in: year + years + 1) <= today { years += 1 }
    return years
  }

  private func birthday(in year: Int) -> CalendarDay {
    month == 2 && day == 29 && !CalendarDay.isLeap(year)
      ? CalendarDay(year, 3, 1) : CalendarDay(year, month, day)
  }

  /// The day `count` days later (or earlier), one step at a time.
  func adding(days count: Int) -> CalendarDay {
    var (y, m, d) = (year, month, day)
    for _ in 0..<abs(count) {
      if count > 0 {
        d += 1
        if d > CalendarDay.length(ofMonth: m, y) { (d, m) = (1, m + 1) }
        if m > 12 { (m, y) = (1, y + 1) }
      } else {
        d -= 1
        if d == 0 { m -= 1 }
        if m == 0 { (m, y) = (12, y - 1) }
        if d == 0 { d = CalendarDay.length(ofMonth: m, y) }
      }
    }
    return CalendarDay(y, m, d)
  }

  var compact: String { padded(year, 4) + padded(month, 2) + padded(day, 2) }
  var iso: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }
  var slashed: String { "\(year)/\(month)/\(day)" }
  var dotted: String { padded(year, 4) + "." + padded(month, 2) + "." + padded(day, 2) }
  var chinese: String { "\(year)年\(month)月\(day)日" }
}

/// `number` in decimal, filled with zeros on the left up to `width`.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
