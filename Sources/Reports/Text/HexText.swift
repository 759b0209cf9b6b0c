import Findings

/// Lower-case hexadecimal digits.
enum HexText {
  /// The digit of the low four bits.
  @inline(__always)
  static func digit(_ nibble: UInt8) -> UInt8 {
    let value = nibble & 0xF
    return value < 10 ? 0x30 + value : 0x57 + value
  }

  /// The 32 digits of a fingerprint, as `Fingerprint.hex` gives them but without a string.
  static func append(_ fingerprint: Fingerprint, to out: inout [UInt8]) {
    append(fingerprint.high, to: &out)
    append(fingerprint.low, to: &out)
  }

  /// All 16 digits of a word.
  @inline(__always)
  private static func append(_ word: UInt64, to out: inout [UInt8]) {
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 4
      out.append(digit(UInt8(truncatingIfNeeded: word >> shift)))
    }
  }
}
