/// The region of the body that registered an organisation: characters 3–8 of its unified social credit
/// code (GB 32100-2015, 4.2; GB/T 2260), a code in force at any time, or 100000 for bodies of the state.
/// Of a million six-digit numbers about 7,400 pass.
struct RegionOfRegistrationCheck: Check {
  static let name = "region-of-registration"

  /// A bit per six-digit number.
  private let codes: LazyTable<ContiguousArray<UInt64>>

  init(_ tables: FactTables) { codes = LazyTable(tables, read: Self.codes) }

  private static func codes(_ tables: FactTables) -> ContiguousArray<UInt64> {
    var codes = ContiguousArray<UInt64>(repeating: 0, count: 1_000_000 / 64)
    func insert(_ code: Int) { codes[code >> 6] |= 1 << UInt64(code & 63) }
    let table = tables.table("regions")
    let code = table.column("code")
    table.forEachRow { cells in
      guard let number = table.number(cells[code]), number < 1_000_000 else { return }
      insert(number)
    }
    insert(100_000)
    return codes
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 18, let code = decimal(value, 2..<8) else { return .fail }
    return codes.content[code >> 6] >> UInt64(code & 63) & 1 == 1 ? .pass : .fail
  }
}
