/// The last label of a mail address's domain is a top-level domain (IANA root zone by way of the
/// Public Suffix List; `tlds.tsv`): `logo@2x.png` is none.
struct TopLevelDomainCheck: Check {
  static let name = "top-level-domain"

  private let domains: LazyTable<HashTable>

  init(_ tables: FactTables) { domains = LazyTable(tables, read: Self.domains) }

  private static func domains(_ tables: FactTables) -> HashTable {
    let table = tables.table("tlds")
    let name = table.column("tld")
    var domains: Set<UInt64> = []
    table.forEachRow { cells in domains.insert(TermHash.of(table.bytes.span, cells[name])) }
    return HashTable(domains)
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    var start = value.count
    while start > 0, value[start - 1] != 0x2E, value[start - 1] != 0x40 { start -= 1 }
    return domains.content.contains(TermHash.of(value, start..<value.count)) ? .pass : .fail
  }
}
