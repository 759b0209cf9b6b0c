/// What a backslash means inside a value. (MySQL 8.0 manual 9.1.1; PostgreSQL 15 manual 4.1.2.2 and
/// COPY, "Text Format"; SQLite's shell, function `output_quoted_escaped_string`.)
package enum ValueEscapes: Sendable {
  /// Nothing: a byte like any other.
  case none
  /// `\0 \b \n \r \t \Z`; `\%` and `\_` stay as they are; before any other byte it is dropped.
  case mysql
  /// `E'…'`: `\b \f \n \r \t \ooo \xhh \uhhhh \Uhhhhhhhh`; before any other byte it is dropped.
  case postgres
  /// Fields of COPY: `\b \f \n \r \t \v \ooo \xhh`; before any other byte it is dropped.
  case copy
  /// `replace('…','\n',char(10))` of SQLite's `.dump`: only `\n` and `\r`.
  case sqlite
  /// JSON (RFC 8259, section 7): `\b \f \n \r \t \uhhhh`, two of these for a character beyond U+FFFF;
  /// before any other byte it is dropped.
  case json

  /// The longest escape in bytes (`\uhhhh\uhhhh`).
  static let longestInBytes = 12

  /// Undoes the escape whose backslash stands at `index`.
  ///
  /// - Parameters:
  ///   - bytes: holds the escape wholly unless the text ends within it.
  ///   - output: gets the bytes that are meant, never more of them than the escape has.
  /// - Returns: the length of the escape in bytes, at least 1.
  func undo(at index: Int, in bytes: borrowing Span<UInt8>, into output: inout [UInt8]) -> Int {
    guard self != .none, index + 1 < bytes.count else {
      output.append(0x5C)
      return 1
    }
    let letter = bytes[index + 1]
    if self == .sqlite {
      switch letter {
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "r"): output.append(0x0D)
      default:
        output.append(0x5C)
        return 1
      }
      return 2
    }
    switch letter {
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "0") where self == .mysql: output.append(0x00)
    case UInt8(ascii: "Z") where self == .mysql: output.append(0x1A)
    case UInt8(ascii: "%") where self == .mysql, UInt8(ascii: "_") where self == .mysql:
      output.append(0x5C)
      output.append(letter)
    case UInt8(ascii: "f") where self != .mysql: output.append(0x0C)
    case UInt8(ascii: "v") where self == .copy: output.append(0x0B)
    case UInt8(ascii: "u") where self == .json:
      return undoUTF16(at: index, in: bytes, into: &output)
    case UInt8(ascii: "0")...UInt8(ascii: "7") where self != .mysql && self != .json:
      return undoCode(at: index, firstDigit: index + 1, radix: 8, most: 3, in: bytes, into: &output)
    case UInt8(ascii: "x") where self != .mysql && self != .json:
      return undoCode(
        at: index, firstDigit: index + 2, radix: 16, most: 2, in: bytes, into: &output)
    case UInt8(ascii: "u") where self == .postgres:
      return undoCode(
        at: index, firstDigit: index + 2, radix: 16, most: 4, in: bytes, into: &output)
    case UInt8(ascii: "U") where self == .postgres:
      return undoCode(
        at: index, firstDigit: index + 2, radix: 16, most: 8, in: bytes, into: &output)
    default: output.append(letter)
    }
    return 2
  }

  /// Undoes one escape that names a UTF-16 code unit, or the two of a surrogate pair; a surrogate
  /// without its fellow becomes U+FFFD.
  private func undoUTF16(
    at index: Int, in bytes: borrowing Span<UInt8>, into output: inout [UInt8]
  ) -> Int {
    guard let first = Self.codeUnit(at: index, in: bytes) else {
      output.append(UInt8(ascii: "u"))
      return 2
    }
    var units = [first]
    var length = 6
    if UTF16.isLeadSurrogate(first), let second = Self.codeUnit(at: index + 6, in: bytes),
      UTF16.isTrailSurrogate(second)
    {
      units.append(second)
      length = 12
    }
    output.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    return length
  }

  /// The code unit that `\uhhhh` at `index` names.
  private static func codeUnit(at index: Int, in bytes: borrowing Span<UInt8>) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else {
      return nil
    }
    var value: UInt16 = 0
    for next in index + 2..<index + 6 {
      guard let digit = SQLBytes.hexDigit(bytes[next]) else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// Undoes an escape that names a byte (up to three digits) or a scalar (four or eight).
  private func undoCode(
    at index: Int, firstDigit: Int, radix: UInt32, most: Int, in bytes: borrowing Span<UInt8>,
    into output: inout [UInt8]
  ) -> Int {
    var value: UInt32 = 0
    var next = firstDigit
    while next < bytes.count, next - firstDigit < most, let digit = SQLBytes.hexDigit(bytes[next]),
      UInt32(digit) < radix
    {
      value = value &* radix &+ UInt32(digit)
      next += 1
    }
    guard next > firstDigit else {
      output.append(bytes[index + 1])
      return 2
    }
    if most <= 3 {
      output.append(UInt8(truncatingIfNeeded: value))
    } else {
      let scalar = Unicode.Scalar(value) ?? Unicode.Scalar(0xFFFD as UInt16) ?? "?"
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return next - index
  }
}
