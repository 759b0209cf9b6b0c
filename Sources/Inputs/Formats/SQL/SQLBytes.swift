/// The classes of bytes that SQL is made of. Bytes from 0x80 count as letters, so names may be
/// Chinese.
enum SQLBytes {
  static let quote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let backtick = UInt8(ascii: "`")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let semicolon = UInt8(ascii: ";")
  static let lineFeed: UInt8 = 0x0A

  /// Space, tab, line breaks, form feed, vertical tab.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A byte that may begin a name or keyword that is not quoted.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// A byte that may go on a name or keyword that is not quoted.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "@")
  }

  /// The value of a hexadecimal digit, or nil.
  @inline(__always)
  static func hexDigit(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether `bytes` at `index` begins with `pattern`, ASCII letters in either case. `pattern` is
  /// in lower case; a blank in it stands for one or more blanks on a line.
  static func matches(_ pattern: String, at index: Int, in bytes: borrowing Span<UInt8>)
    -> Bool
  {
    length(of: pattern, at: index, in: bytes) != nil
  }

  /// As `matches`; the length of what matched.
  static func length(of pattern: String, at index: Int, in bytes: borrowing Span<UInt8>)
    -> Int?
  {
    var next = index
    for expected in pattern.utf8 {
      guard next < bytes.count else { return nil }
      if expected == 0x20 {
        let first = next
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        guard next > first else { return nil }
      } else {
        guard lowercased(bytes[next]) == expected else { return nil }
        next += 1
      }
    }
    return next - index
  }
}
