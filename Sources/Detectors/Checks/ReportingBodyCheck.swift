/// The first two digits of an IMEI name the body that allotted its type allocation code (GSMA TS.06,
/// annex A; `imei_reporting_bodies.tsv`): active bodies pass, historic ones say nothing, since few
/// of their devices are left, others fail.
struct ReportingBodyCheck: Check {
  static let name = "reporting-body"

  private var bodies = PrefixTable()

  init(_ tables: FactTables) {
    let table = tables.table("imei_reporting_bodies")
    let (rbi, status) = (table.column("rbi"), table.column("status"))
    table.forEachRow { cells in
      bodies.insert(table.bytes, cells[rbi], table.text(cells[status]) == "active" ? 1 : 2)
    }
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard let body = bodies.longestPrefix(of: value) else { return .fail }
    return body.value & 1 != 0 ? .pass : .unknown
  }
}
