import Findings

/// Writes values in the form they are compared in.
enum Canonical {
  /// Appends the canonical form of `value` (folded to ASCII where it was full-width) to `out`.
  static func append(
    _ value: Span<UInt8>, as form: CanonicalForm, to out: Scratch<UInt8>
  ) {
    switch form {
    case .digits:
      appendDigits(value, out)
    case .residentID:
      if isDigits(value) {
        out.append(contentsOf: value)
        return
      }
      for i in value.indices {
        let byte = value[i]
        if byte &- 0x30 <= 9 { out.append(byte) }
        if byte | 0x20 == 0x78 { out.append(0x58) }
      }
    case .mobilePhone:
      let start = out.count
      appendDigits(value, out)
      // What is before the eleven digits of the number is a country or trunk prefix.
      if out.count - start > 11 { out.remove(start..<out.count - 11) }
    case .landlinePhone:
      appendLandline(value, out)
    case .email:
      for i in value.indices { out.append(lower(value[i])) }
    case .address:
      appendAddress(value, out)
    case .date:
      appendDate(value, out)
    case .lettersAndDigits:
      appendLettersAndDigits(value, out)
    case .text:
      appendText(value, out)
    case .name:
      appendName(value, out)
    case .hexadecimal:
      for i in value.indices where GroupedNumber.isHex(value[i]) { out.append(lower(value[i])) }
    case .word:
      for i in value.indices where value[i] > 0x20 {
        out.append(value[i] &- 0x61 < 26 ? value[i] ^ 0x20 : value[i])
      }
    case .coordinates:
      appendCoordinates(value, out)
    case .ipAddress:
      NetworkAddress.appendCanonical(value, to: out)
    }
  }

  private static func appendText(_ value: Span<UInt8>, _ out: Scratch<UInt8>) {
    var (start, end) = (0, value.count)
    while start < end, value[start] <= 0x20 { start += 1 }
    while end > start, value[end - 1] <= 0x20 { end -= 1 }
    for i in start..<end { out.append(value[i]) }
  }

  /// Most numbers are digits and nothing else.
  @inline(__always)
  private static func isDigits(_ value: Span<UInt8>) -> Bool {
    var others: UInt8 = 0
    for i in value.indices { others |= value[i] &- 0x30 <= 9 ? 0 : 1 }
    return others == 0
  }

  private static func appendDigits(_ value: Span<UInt8>, _ out: Scratch<UInt8>) {
    if isDigits(value) {
      out.append(contentsOf: value)
      return
    }
    for i in value.indices where value[i] &- 0x30 <= 9 { out.append(value[i]) }
  }

  /// Area code with its 0 and local number; the country code and the extension are left out, since
  /// both may be absent from another copy of the same number.
  private static func appendLandline(_ value: Span<UInt8>, _ out: Scratch<UInt8>) {
    let start = out.count
    var i = 0
    var hasPlus = false
    while i < value.count {
      let byte = value[i]
      if byte == 0x2B { hasPlus = true }
      if byte &- 0x30 <= 9 { out.append(byte) }
      // An extension follows a local number: `-8001`, `转8001`, `ext. 8001`.
      if out.count - start >= 7, byte >= 0x80 || byte == 0x78 || byte == 0x58 || byte == 0x23 {
        break
      }
      if byte == 0x2D, out.count - start >= 10, value.count - i <= 6 { break }
      i += 1
    }
    func begins(_ prefix: InlineArray<4, UInt8>, _ count: Int) -> Bool {
      guard out.count - start > count else { return false }
      for i in 0..<count where out[start + i] != prefix[i] { return false }
      return true
    }
    if begins([0x30, 0x30, 0x38, 0x36], 4) {
      out.remove(start..<start + 4)
    } else if begins([0x38, 0x36, 0, 0], 2), hasPlus || out.count - start > 10 {
      out.remove(start..<start + 2)
    } else {
      return
    }
    if out.count - start > 8, out[start] != 0x30 { out.insert(0x30, at: start) }
  }

  /// Letters in upper case, blanks left out.
  private static func appendAddress(_ value: Span<UInt8>, _ out: Scratch<UInt8>) {
    for i in value.indices where value[i] != 0x20 && value[i] != 0x09 {
      out.append(value[i] &- 0x61 < 26 ? value[i] ^ 0x20 : value[i])
    }
  }

  /// ASCII letters in upper case, digits and Chinese characters (U+4000–9FFF); what joins or brackets them
  /// is left out.
  private static func appendLettersAndDigits(
    _ value: Span<UInt8>, _ out: Scratch<UInt8>
  ) {
    if isDigits(value) {
      out.append(contentsOf: value)
      return
    }
    var i = 0
    while i < value.count {
      let byte = value[i]
      if byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26 {
        out.append(byte &- 0x61 < 26 ? byte ^ 0x20 : byte)
      } else if byte >= 0xE4, byte <= 0xE9, i + 2 < value.count {
        for k in i..<i + 3 { out.append(value[k]) }
        i += 2
      }
      i += 1
    }
  }

  /// Letters in upper case, blanks left out, the middle dots of names as one of them.
  private static func appendName(_ value: Span<UInt8>, _ out: Scratch<UInt8>) {
    var i = 0
    while i < value.count {
      let width = MiddleDot.width(value, at: i)
      if width > 0 {
        for byte in MiddleDot.canonical { out.append(byte) }
        i += width
        continue
      }
      let byte = value[i]
      if byte == 0xE3, i + 2 < value.count, value[i + 1] == 0x80, value[i + 2] == 0x80 {
        i += 3
        continue
      }
      if byte != 0x20, byte != 0x09 { out.append(byte &- 0x61 < 26 ? byte ^ 0x20 : byte) }
      i += 1
    }
  }

  /// The numbers as they are written, without a plus sign, joined by a comma.
  private static func appendCoordinates(
    _ value: Span<UInt8>, _ out: Scratch<UInt8>
  ) {
    let start = out.count
    var isInNumber = false
    for i in value.indices {
      let byte = value[i]
      let isPart = byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x2D && !isInNumber
      if isPart {
        if !isInNumber, out.count > start { out.append(0x2C) }
        out.append(byte)
      }
      isInNumber = isPart
    }
  }

  /// `YYYYMMDD` of 2015-3-7, 2015年3月7日, 20150307.
  private static func appendDate(_ value: Span<UInt8>, _ out: Scratch<UInt8>) {
    var (groups, first) = (0, 0)
    for i in 0...value.count {
      if i < value.count, value[i] &- 0x30 <= 9 { continue }
      // A group of digits ends here, or none.
      if first < i {
        if groups > 0, i - first == 1 { out.append(0x30) }
        for k in first..<i { out.append(value[k]) }
        groups += 1
      }
      first = i + 1
    }
  }

  /// A 15-digit citizen number as the 18-digit one that replaced it in 1999: the century and the
  /// check character added (GB 11643-1999, annex A).
  static func expand15(_ out: Scratch<UInt8>, from start: Int) {
    guard out.count - start == 15 else { return }
    out.insert(0x31, at: start + 6)
    out.insert(0x39, at: start + 7)
    var remainder = 0
    for i in start..<start + 17 { remainder = (remainder + Int(out[i]) - 0x30) * 2 % 11 }
    let check = (12 - remainder) % 11
    out.append(check == 10 ? 0x58 : UInt8(0x30 + check))
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
