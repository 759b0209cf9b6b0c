import Findings

/// The region code of a citizen number (GB/T 2260): it existed when a person born in the birth year
/// may have been registered.
///
/// A number keeps the code it was first given, so a code that was abolished before the birth year
/// is impossible, while one created after it is ordinary (cards date from 1984, late
/// registrations occur). 810000, 820000 and 830000 stand on residence permits of people from Hong
/// Kong, Macao and Taiwan. Of a million six-digit numbers about 6,500 pass.
struct RegionOfBirthCheck: Check {
  static let name = "region-of-birth"

  /// Last birth year per code, 0 for codes that never were; 9999 for codes in force.
  private let lastBirthYear: LazyTable<ContiguousArray<UInt16>>

  init(_ tables: FactTables) { lastBirthYear = LazyTable(tables, read: Self.lastBirthYears) }

  private static func lastBirthYears(_ tables: FactTables) -> ContiguousArray<UInt16> {
    var years = ContiguousArray<UInt16>(repeating: 0, count: 1_000_000)
    let table = tables.table("regions")
    let (code, last) = (table.column("code"), table.column("last_year_max"))
    table.forEachRow { cells in
      guard let number = table.number(cells[code]), number < 1_000_000 else { return }
      // `last_year_max` is the last 31 December on which any source has the code; the change came
      // in the following year.
      let year = table.number(cells[last]).map { UInt16($0 + 1) } ?? 9999
      years[number] = max(years[number], year)
    }
    return years
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count >= 6, let code = decimal(value, 0..<6) else { return .fail }
    let last = lastBirthYear.content[code]
    guard last > 0 else { return .fail }
    guard let birth = facts.birth else { return .pass }
    return birth.year <= Int(last) ? .pass : .fail
  }
}
