/// The segment of a mobile number (first three to five digits) is one that the ministry has
/// assigned to persons' use: ordinary, virtual operator, data card or satellite (MIIT numbering
/// plan; `mobile_segments.tsv`). Machine-to-machine ranges of 13 digits are not phones of persons.
struct MobileSegmentCheck: Check {
  static let name = "mobile-segment"

  /// Value 1: assigned; 2: disputed between sources; 4: not assigned, or not for persons.
  private var segments = PrefixTable()

  init(_ tables: FactTables) {
    let table = tables.table("mobile_segments")
    let (prefix, kind, length) = (
      table.column("prefix"), table.column("kind"), table.column("length")
    )
    table.forEachRow { cells in
      let value: UInt64 =
        switch table.text(cells[kind]) {
        case "ordinary", "mvno", "data-card", "satellite": 1
        case "iot" where table.number(cells[length]) == 13 && cells[prefix].count == 3: 2
        case "unconfirmed": 2
        default: 4
        }
      segments.insert(table.bytes, cells[prefix], value)
    }
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 11, let segment = segments.longestPrefix(of: value) else { return .fail }
    if segment.value & 1 != 0 { return .pass }
    return segment.value & 2 != 0 ? .unknown : .fail
  }
}
