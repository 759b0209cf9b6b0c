import Findings

/// A date written on its own, as YYYYMMDD in canonical form: a day of the calendar, from 1890 to the
/// as-of day, on which somebody may have been born.
struct CivilDateCheck: Check {
  static let name = "civil-date"

  private static let firstYear = 1890

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 8, let digits = decimal(value, 0..<8),
      let date = CivilDate(year: digits / 10000, month: digits / 100 % 100, day: digits % 100),
      date.year >= Self.firstYear, date <= facts.asOf
    else { return .fail }
    facts.birth = date
    return .pass
  }
}
