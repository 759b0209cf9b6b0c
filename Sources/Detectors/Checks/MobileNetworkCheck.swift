/// The first five digits of an IMSI are a mobile country code and a network code in use in mainland
/// China (ITU-T E.212; `mobile_networks.tsv`): 13 of 100,000 five-digit numbers.
struct MobileNetworkCheck: Check {
  static let name = "mobile-network"

  private static let chinaMainland = 460

  private var networks = PrefixTable()

  init(_ tables: FactTables) {
    let table = tables.table("mobile_networks")
    let (mcc, mnc) = (table.column("mcc"), table.column("mnc"))
    table.forEachRow { cells in
      guard table.number(cells[mcc]) == Self.chinaMainland,
        let network = table.number(cells[mnc]), cells[mnc].count == 2
      else { return }
      networks.insert(decimal: Self.chinaMainland * 100 + network, digits: 5, 1)
    }
  }

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    networks.longestPrefix(of: value) != nil ? .pass : .fail
  }
}
