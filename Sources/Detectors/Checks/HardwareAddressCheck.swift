import Findings

/// A hardware address of six octets that one device can have (IEEE 802, 8.2): an individual address,
/// not a group one (the lowest bit of the first octet), neither zero nor one of the addresses that
/// routers share (VRRP, RFC 5798, 7.3) nor a row of like or counting octets. Addresses for
/// documentation (RFC 7042, 2.1.2) are test data. Of random addresses one in two passes.
struct HardwareAddressCheck: Check {
  static let name = "hardware-address"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 12 else { return .fail }
    var address: UInt64 = 0
    for i in 0..<12 {
      let digit = value[i] <= 0x39 ? value[i] &- 0x30 : value[i] &- 0x57
      address = address << 4 | UInt64(digit)
    }
    guard address >> 40 & 1 == 0, !Self.isRow(address) else { return .fail }
    switch address >> 8 {
    case 0x00_005E_0001, 0x00_005E_0002: return .fail
    default: break
    }
    if address >> 8 == 0x00_005E_0053 { facts.labels.insert(.testData) }
    return .pass
  }

  /// Octets that are all alike, or go up or down by one step: 00:00:00:00:00:00, 00:11:22:33:44:55,
  /// 12:34:56:78:9a:bc.
  private static func isRow(_ address: UInt64) -> Bool {
    let first = UInt8(truncatingIfNeeded: address >> 40)
    let step = UInt8(truncatingIfNeeded: address >> 32) &- first
    var expected = first
    for shift in stride(from: UInt64(40), through: 0, by: -8) {
      guard UInt8(truncatingIfNeeded: address >> shift) == expected else { return false }
      expected = expected &+ step
    }
    return true
  }
}
