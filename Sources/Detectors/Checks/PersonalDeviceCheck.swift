import Findings

/// A hardware address that a thing in somebody's hand can have: fails for the interfaces that hypervisors
/// make up, by the prefixes of their makers, and for addresses made by hand for an example, which are
/// test data. Of random addresses all but 1 in a million pass.
struct PersonalDeviceCheck: Check {
  static let name = "personal-device"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 12 else { return .fail }
    var address: UInt64 = 0
    for i in 0..<12 {
      let digit = value[i] <= 0x39 ? value[i] &- 0x30 : value[i] &- 0x57
      address = address << 4 | UInt64(digit)
    }
    if Self.virtual.contains(address >> 24) { return .fail }
    guard Self.isSpecimen(address) else { return .pass }
    facts.labels.insert(.testData)
    return .fail
  }

  /// Three zero octets in a row (00:00:00:11:22:33, 02:00:00:00:00:01), or four like ones.
  private static func isSpecimen(_ address: UInt64) -> Bool {
    var (zeros, like) = (0, 0)
    for i in 0..<6 {
      let octet = self.octet(address, i)
      zeros = octet == 0 ? zeros + 1 : 0
      like = i > 0 && octet == self.octet(address, i - 1) ? like + 1 : 1
      if zeros > 2 || like > 3 { return true }
    }
    return false
  }

  private static func octet(_ address: UInt64, _ i: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: address >> UInt64(40 - 8 * i))
  }

  /// QEMU and KVM, OpenStack, VMware (4), Xen, VirtualBox, Hyper-V, Parallels, Bhyve: the prefixes that the
  /// makers' manuals name; IEEE's register has those that are not administered locally.
  private static let virtual: Set<UInt64> = [
    0x525400, 0xFA163E, 0x000569, 0x000C29, 0x001C14, 0x005056, 0x00163E, 0x080027, 0x00155D,
    0x001C42, 0x589CFC,
  ]
}
