/// Borders between UTF-8 sequences.
enum UTF8Border {
  /// The nearest index at or before `index` that does not stand inside a sequence; `index` itself
  /// where the bytes are not UTF-8. Looks back at most three bytes.
  static func before(_ index: Int, in bytes: borrowing Span<UInt8>) -> Int {
    var border = index
    while border > 0, border < bytes.count, index - border < 3, bytes[border] & 0xC0 == 0x80 {
      border -= 1
    }
    guard border < bytes.count, bytes[border] & 0xC0 != 0x80 else { return index }
    return border
  }
}
