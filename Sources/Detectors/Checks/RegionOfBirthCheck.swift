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

  private let lastBirthYears: LazyTable<LastBirthYears>

  init(_ tables: FactTables) { lastBirthYears = LazyTable(tables, read: LastBirthYears.init) }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count >= 6, let code = decimal(value, 0..<6) else { return .fail }
    let last = lastBirthYears.content[code]
    guard last > 0 else { return .fail }
    guard let birth = facts.birth else { return .pass }
    return birth.year <= Int(last) ? .pass : .fail
  }
}

/// Last birth year per code of six digits, 0 for codes that never were; 9999 for codes in force.
///
/// Few of the ten thousand beginnings of four digits are in use, so each of those has a hundred years of
/// its own, and all others share the first hundred: 120 KB, where a year for each code takes 2 MB.
private struct LastBirthYears: Sendable {
  private static let beginnings = 10_000
  /// By the first four digits the place of their hundred years, then the hundreds. One array, since each is
  /// retained when a value is tested.
  private var table = ContiguousArray<UInt16>(repeating: 0, count: beginnings + 100)

  init(_ tables: FactTables) {
    let regions = tables.table("regions")
    let (code, last) = (regions.column("code"), regions.column("last_year_max"))
    regions.forEachRow { cells in
      guard let number = regions.number(cells[code]), number < 1_000_000 else { return }
      // `last_year_max` is the last 31 December on which any source has the code; the change came
      // in the following year.
      let year = regions.number(cells[last]).map { UInt16($0 + 1) } ?? 9999
      if table[number / 100] == 0 {
        table[number / 100] = UInt16((table.count - Self.beginnings) / 100)
        table.append(contentsOf: repeatElement(0, count: 100))
      }
      let place = place(of: number)
      table[place] = max(table[place], year)
    }
  }

  /// - Parameter code: below a million.
  subscript(code: Int) -> UInt16 { table[place(of: code)] }

  private func place(of code: Int) -> Int {
    Self.beginnings + Int(table[code / 100]) * 100 + code % 100
  }
}
