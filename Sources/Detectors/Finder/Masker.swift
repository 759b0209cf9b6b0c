/// Shows values so that a person who knows them recognises them and nobody else learns them.
enum Masker {
  /// Appends the masked form of `value` to `out`. One `*` stands for one character.
  static func append(
    _ value: Span<UInt8>, _ style: MaskStyle, keepingBytes prefix: Int,
    to out: inout ContiguousArray<UInt8>
  ) {
    switch style {
    case .ends(let first, let last):
      appendEnds(value, first, last, &out)
    case .email:
      appendEmail(value, &out)
    case .address:
      appendAddress(value, keepingBytes: prefix, &out)
    case .date:
      appendDate(value, &out)
    case .name:
      appendName(value, keepingBytes: prefix, &out)
    case .hidden:
      out.append(contentsOf: [0x2A, 0x2A, 0x2A])
    }
  }

  private static func appendEnds(
    _ value: Span<UInt8>, _ first: Int, _ last: Int, _ out: inout ContiguousArray<UInt8>
  ) {
    var total = 0
    for i in value.indices where isAlphanumeric(value[i]) { total += 1 }
    // A value too short to hide anything is hidden whole.
    let hidesAll = total - first - last < 4
    var seen = 0
    for i in value.indices {
      let byte = value[i]
      guard isAlphanumeric(byte) else {
        out.append(byte)
        continue
      }
      let shows = !hidesAll && (seen < first || seen >= total - last)
      out.append(shows ? byte : 0x2A)
      seen += 1
    }
  }

  /// `z***@example.com`: a fixed number of stars, so that the length is not told either.
  private static func appendEmail(_ value: Span<UInt8>, _ out: inout ContiguousArray<UInt8>) {
    var at = 0
    while at < value.count, value[at] != 0x40 { at += 1 }
    if at > 1 { out.append(value[0]) }
    out.append(contentsOf: [0x2A, 0x2A, 0x2A])
    for i in at..<value.count { out.append(value[i]) }
  }

  private static func appendAddress(
    _ value: Span<UInt8>, keepingBytes prefix: Int, _ out: inout ContiguousArray<UInt8>
  ) {
    for i in value.indices {
      if i < prefix {
        out.append(value[i])
      } else if value[i] & 0xC0 != 0x80 {
        out.append(0x2A)
      }
    }
  }

  /// `2015-**-**`: the digits after the first four become stars.
  private static func appendDate(_ value: Span<UInt8>, _ out: inout ContiguousArray<UInt8>) {
    var digits = 0
    for i in value.indices {
      let isDigit = value[i] &- 0x30 <= 9
      if isDigit { digits += 1 }
      out.append(isDigit && digits > 4 ? 0x2A : value[i])
    }
  }

  /// `张*`, `欧阳**`; of a name with a middle dot or in other letters the first character, then three stars.
  private static func appendName(
    _ value: Span<UInt8>, keepingBytes prefix: Int, _ out: inout ContiguousArray<UInt8>
  ) {
    for i in 0..<min(prefix, value.count) { out.append(value[i]) }
    let isLong = value.count > 18 || value.count > 0 && value[0] < 0x80
    guard !isLong else {
      out.append(contentsOf: [0x2A, 0x2A, 0x2A])
      return
    }
    for i in prefix..<max(prefix, value.count) where value[i] & 0xC0 != 0x80 && value[i] > 0x20 {
      out.append(0x2A)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26
  }
}
