/// Reads addresses of the Internet Protocol: four decimal octets, or IPv6 as RFC 4291, 2.2 writes it.
enum NetworkAddress {
  /// Appends the form in which addresses are compared: of IPv4 the four octets as they are written
  /// (`192.0.2.1`), of IPv6 its 32 hexadecimal digits in lower case; an IPv4-mapped address
  /// (`::ffff:192.0.2.1`, RFC 4291, 2.5.5.2) is the IPv4 address. Nothing where the value is none.
  static func appendCanonical(_ value: Span<UInt8>, to out: Scratch<UInt8>) {
    guard value.indices.contains(where: { value[$0] == 0x3A }) else {
      guard octets(value, 0) != nil else { return }
      for i in value.indices { out.append(value[i]) }
      return
    }
    guard let groups = groups(value) else { return }
    if (0..<5).allSatisfy({ groups[$0] == 0 }), groups[5] == 0xFFFF {
      for (i, octet) in [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255]
        .enumerated()
      {
        if i > 0 { out.append(0x2E) }
        for digit in String(octet).utf8 { out.append(digit) }
      }
      return
    }
    for i in 0..<8 {
      for shift: UInt16 in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: groups[i] >> shift & 15)
        out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }

  /// Four decimal octets without leading zeros, from `start` to the end of `value`, as one number; nil
  /// where there is something else.
  static func octets(_ value: Span<UInt8>, _ start: Int) -> UInt32? {
    var address: UInt32 = 0
    var i = start
    for group in 0..<4 {
      if group > 0 {
        guard i < value.count, value[i] == 0x2E else { return nil }
        i += 1
      }
      let first = i
      var octet: UInt32 = 0
      while i < value.count, value[i] &- 0x30 <= 9, i - first < 3 {
        octet = octet * 10 + UInt32(value[i] &- 0x30)
        i += 1
      }
      guard i > first, octet < 256, i - first == 1 || value[first] != 0x30 else { return nil }
      address = address << 8 | octet
    }
    return i == value.count ? address : nil
  }

  /// The eight groups of an IPv6 address; nil where there are more or fewer.
  private static func groups(_ value: Span<UInt8>) -> InlineArray<8, UInt16>? {
    var groups = InlineArray<8, UInt16>(repeating: 0)
    var count = 0
    /// The groups before `::`, which stands for as many zero groups as are missing.
    var head: Int?
    var i = 0
    while i < value.count {
      if value[i] == 0x3A {
        if i + 1 < value.count, value[i + 1] == 0x3A {
          guard head == nil else { return nil }
          head = count
          i += 2
          continue
        }
        guard i > 0, i + 1 < value.count else { return nil }
        i += 1
      }
      if let octets = octets(value, i) {
        guard count <= 6 else { return nil }
        groups[count] = UInt16(truncatingIfNeeded: octets >> 16)
        groups[count + 1] = UInt16(truncatingIfNeeded: octets)
        count += 2
        break
      }
      let first = i
      var group: UInt16 = 0
      while i < value.count, GroupedNumber.isHex(value[i]), i - first < 4 {
        let digit = value[i] <= 0x39 ? value[i] &- 0x30 : (value[i] | 0x20) &- 0x57
        group = group << 4 | UInt16(digit)
        i += 1
      }
      guard i > first, count < 8, i == value.count || value[i] == 0x3A else { return nil }
      groups[count] = group
      count += 1
    }
    guard let head else { return count == 8 ? groups : nil }
    guard count < 8 else { return nil }
    let tail = count - head
    for k in stride(from: 7, through: head, by: -1) {
      groups[k] = k > 7 - tail ? groups[count - (8 - k)] : 0
    }
    return groups
  }
}
