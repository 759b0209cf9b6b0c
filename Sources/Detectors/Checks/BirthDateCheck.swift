import Findings

/// The date of birth inside a citizen number: digits 7–14 of 18, or 7–12 (19YY) of 15
/// (GB 11643-1999, 4.2.2; GB 11643-1989). It must be a day of the calendar, from 1880 to the as-of
/// day. Of all eight-digit runs 1 in about 2,000 is one; of six-digit runs 1 in 27.
struct BirthDateCheck: Check {
  static let name = "birth-date"

  /// GB 11643-1999, 4.3 gives a number of somebody born in 1880 as its second example.
  private static let firstYear = 1880

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    let date: Int
    switch value.count {
    case 18:
      guard let digits = decimal(value, 6..<14) else { return .fail }
      date = digits
    case 15:
      guard let digits = decimal(value, 6..<12) else { return .fail }
      date = 19_000_000 + digits
    default:
      return .fail
    }
    guard
      let birth = CivilDate(year: date / 10000, month: date / 100 % 100, day: date % 100),
      birth.year >= Self.firstYear, birth <= facts.asOf
    else { return .fail }
    facts.birth = birth
    return .pass
  }
}
