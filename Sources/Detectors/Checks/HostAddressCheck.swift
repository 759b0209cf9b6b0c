import Findings

/// Whose an address of the Internet Protocol can be, by the registries of special-purpose addresses
/// (RFC 6890 and its successors): passes for a public unicast address; has nothing to say of one that
/// is used in private networks or written in documentation; fails for one that is no host of its own
/// (loopback, multicast, broadcast, netmasks, benchmarking) and for the well-known public resolvers.
///
/// Of all IPv4 addresses 86 in 100 are public.
struct HostAddressCheck: Check {
  static let name = "host-address"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    if let address = NetworkAddress.octets(value, 0) { return test(address, &facts) }
    guard value.count == 32 else { return .fail }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for i in 0..<32 {
      let digit = UInt64(value[i] <= 0x39 ? value[i] &- 0x30 : value[i] &- 0x57)
      if i < 16 { high = high << 4 | digit } else { low = low << 4 | digit }
    }
    return test(high, low, &facts)
  }

  private func test(_ address: UInt32, _ facts: inout Facts) -> CheckOutcome {
    for range in Self.unusable where range.contains(address) { return .fail }
    if Self.resolvers.contains(address) { return .fail }
    let isSpecimen = address >> 16 == address & 0xFFFF && address >> 24 == address >> 16 & 255
    if isSpecimen || Self.documentation.contains(where: { $0.contains(address) }) {
      facts.labels.insert(.testData)
      return .unknown
    }
    for range in Self.internalUse where range.contains(address) { return .unknown }
    // The first and the last address of most networks are none of a host (RFC 919, 7).
    return address & 255 == 0 || address & 255 == 255 ? .unknown : .pass
  }

  private func test(_ high: UInt64, _ low: UInt64, _ facts: inout Facts) -> CheckOutcome {
    // 2001:db8::/32 (RFC 3849) and 3fff::/20 (RFC 9637) are for documentation.
    if high >> 32 == 0x2001_0DB8 || high >> 44 == 0x3FFF0 {
      facts.labels.insert(.testData)
      return .unknown
    }
    // fc00::/7 (RFC 4193) and fe80::/10 (RFC 4291, 2.5.6) stay in their network.
    if high >> 57 == 0xFC >> 1 || high >> 54 == 0xFE80 >> 6 { return low == 0 ? .fail : .unknown }
    // 2000::/3 is all that is assigned to hosts (RFC 4291, 2.4); an address that ends with eight zero
    // bytes names a network, or the routers of one.
    guard high >> 61 == 1 else { return .fail }
    return low == 0 || Self.isNumberedByHand(low) ? .unknown : .pass
  }

  /// An interface that somebody counted, `…::1`, `…::1000`: routers and servers are numbered so (RFC 7707,
  /// 4.1.4), the devices of people draw 64 bits (RFC 8981).
  private static func isNumberedByHand(_ low: UInt64) -> Bool {
    guard low <= 0x9999 else { return false }
    return (0..<4).allSatisfy { low >> (4 * $0) & 15 < 10 }
  }

  private struct Network {
    let address: UInt32
    let prefix: UInt32

    init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ prefix: UInt32) {
      address = a << 24 | b << 16 | c << 8 | d
      self.prefix = prefix
    }

    func contains(_ other: UInt32) -> Bool { (address ^ other) >> (32 - prefix) == 0 }
  }

  /// This network, loopback, protocol assignments, benchmarking, multicast, and what is reserved,
  /// netmasks and the limited broadcast among it.
  private static let unusable = [
    Network(0, 0, 0, 0, 8), Network(127, 0, 0, 0, 8), Network(192, 0, 0, 0, 24),
    Network(198, 18, 0, 0, 15), Network(224, 0, 0, 0, 4), Network(240, 0, 0, 0, 4),
  ]
  /// RFC 1918, RFC 6598 (shared behind a provider's translation), RFC 3927 (link-local).
  private static let internalUse = [
    Network(10, 0, 0, 0, 8), Network(172, 16, 0, 0, 12), Network(192, 168, 0, 0, 16),
    Network(100, 64, 0, 0, 10), Network(169, 254, 0, 0, 16),
  ]
  /// RFC 5737, and the counting addresses that people write for an example.
  private static let documentation = [
    Network(192, 0, 2, 0, 24), Network(198, 51, 100, 0, 24), Network(203, 0, 113, 0, 24),
    Network(1, 2, 3, 4, 32), Network(4, 3, 2, 1, 32), Network(5, 6, 7, 8, 32),
    Network(1, 2, 3, 0, 24), Network(12, 34, 56, 78, 32), Network(123, 45, 67, 89, 32),
  ]
  /// Google, Cloudflare, Quad9, OpenDNS, 114DNS, Alibaba, Tencent, Baidu, CNNIC.
  private static let resolvers: Set<UInt32> = Set(
    [
      Network(8, 8, 8, 8, 32), Network(8, 8, 4, 4, 32), Network(1, 1, 1, 1, 32),
      Network(1, 0, 0, 1, 32), Network(9, 9, 9, 9, 32), Network(149, 112, 112, 112, 32),
      Network(208, 67, 222, 222, 32), Network(208, 67, 220, 220, 32),
      Network(114, 114, 114, 114, 32), Network(114, 114, 115, 115, 32),
      Network(223, 5, 5, 5, 32), Network(223, 6, 6, 6, 32), Network(119, 29, 29, 29, 32),
      Network(180, 76, 76, 76, 32), Network(1, 2, 4, 8, 32), Network(210, 2, 4, 8, 32),
    ].map(\.address))
}
