/// The area code of a landline number exists and the local number has the length used there and
/// begins with 2–8 (YD/T 1088; `area_codes.tsv`). One that begins with 1 or 9 says nothing. A number without an area code passes when it has
/// seven or eight digits and such a beginning, which says little.
struct AreaCodeCheck: Check {
  static let name = "area-code"

  /// Bit *n*: local numbers of *n* digits.
  private var codes = PrefixTable()

  init(_ tables: FactTables) {
    let table = tables.table("area_codes")
    let (code, length) = (table.column("area_code"), table.column("local_length"))
    table.forEachRow { cells in
      var lengths: UInt64 = 0
      for byte in table.bytes[cells[length]] where byte == 0x37 || byte == 0x38 {
        lengths |= 1 << UInt64(byte - 0x30)
      }
      // Where the sources do not tell the length, either is possible.
      codes.insert(table.bytes, cells[code], lengths == 0 ? 1 << 7 | 1 << 8 : lengths)
    }
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count >= 7 else { return .fail }
    guard value[0] == 0x30 else { return Self.beginsLocal(value[0]) ? .unknown : .fail }
    guard let code = codes.longestPrefix(of: value), code.digits < value.count else {
      return .fail
    }
    let local = value.count - code.digits
    guard local < 64, code.value >> UInt64(local) & 1 == 1 else { return .fail }
    if Self.beginsLocal(value[code.digits]) { return .pass }
    // 010-12345678 stands in every test of a library; a label makes it a number all the same.
    return value[code.digits] == 0x30 ? .fail : .unknown
  }

  /// 1 begins short codes, 9 services, 0 a trunk call.
  private static func beginsLocal(_ byte: UInt8) -> Bool { (0x32...0x38).contains(byte) }
}
