/// Lower-case hexadecimal digits.
enum HexText {
  /// The digit of the low four bits.
  @inline(__always)
  static func digit(_ nibble: UInt8) -> UInt8 {
    let value = nibble & 0xF
    return value < 10 ? 0x30 + value : 0x57 + value
  }
}
