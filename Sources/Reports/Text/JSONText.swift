/// Writes the inside of a JSON string (RFC 8259, section 7) straight into bytes.
///
/// Escaped are quotes, backslashes and what `UnseenScalar` lists; the rest stands as UTF-8.
/// Ill-formed pieces become U+FFFD, since a JSON text is UTF-8 (section 8.1).
enum JSONText {
  /// Appends `bytes` without the surrounding quotes. O(n); runs without escapes are copied whole.
  static func append<Bytes: RandomAccessCollection>(_ bytes: Bytes, to out: inout [UInt8])
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var runStart = bytes.startIndex
    var i = runStart
    let end = bytes.endIndex
    while i < end {
      let byte = bytes[i]
      if byte < 0x80, byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F {
        i += 1
        continue
      }
      let sequence = UTF8Sequence(in: bytes, at: i)
      if byte >= 0x80, let scalar = sequence.scalar, !UnseenScalar.contains(scalar) {
        i += sequence.count
        continue
      }
      if runStart < i { out.append(contentsOf: bytes[runStart..<i]) }
      appendEscape(of: sequence.scalar, to: &out)
      i += sequence.count
      runStart = i
    }
    if runStart < end { out.append(contentsOf: bytes[runStart..<end]) }
  }

  /// Whether bytes stand in a string as they are: ASCII without quotes, backslashes and controls, and
  /// characters from U+3000 to U+CFFF, none of which is unseen. Others may be that too.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte &- 0x20 < 0x5F, byte != 0x22, byte != 0x5C {
        i += 1
      } else if byte >= 0xE3, byte <= 0xEC, i + 2 < bytes.count, bytes[i + 1] & 0xC0 == 0x80,
        bytes[i + 2] & 0xC0 == 0x80
      {
        i += 3
      } else {
        return false
      }
    }
    return true
  }

  /// Appends `text`.
  static func append(_ text: String, to out: inout [UInt8]) {
    if isPlain(text.utf8Span.span) {
      out.append(contentsOf: text.utf8)
    } else {
      append(Array(text.utf8), to: &out)
    }
  }

  /// Appends `text` with its quotes.
  static func appendQuoted(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    append(text, to: &out)
    out.append(0x22)
  }

  /// Appends `bytes` with their quotes.
  static func appendQuoted(_ bytes: [UInt8], to out: inout [UInt8]) {
    out.append(0x22)
    append(bytes, to: &out)
    out.append(0x22)
  }

  private static func appendEscape(of scalar: UInt32?, to out: inout [UInt8]) {
    guard let scalar else {
      out.append(contentsOf: UTF8Sequence.replacement)
      return
    }
    out.append(0x5C)
    switch scalar {
    case 0x22: out.append(0x22)
    case 0x5C: out.append(0x5C)
    case 0x08: out.append(0x62)
    case 0x09: out.append(0x74)
    case 0x0A: out.append(0x6E)
    case 0x0C: out.append(0x66)
    case 0x0D: out.append(0x72)
    default:
      out.append(0x75)
      for shift in [12, 8, 4, 0] as [UInt32] {
        out.append(HexText.digit(UInt8(truncatingIfNeeded: scalar >> shift)))
      }
    }
  }
}
