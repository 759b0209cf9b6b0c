/// Finds the borders between the lines of a COPY block, up to its `\.`.
struct SQLCopyScan: BorderScan {
  /// The index stands at the start of a line.
  private var isAtLineStart = true

  mutating func advance(
    _ bytes: borrowing Span<UInt8>, from index: inout Int, border: inout Int, isAtEnd: Bool
  ) -> Bool {
    let end = bytes.count
    while index < end {
      if isAtLineStart, bytes[index] == SQLBytes.backslash {
        guard index + 1 < end else { return true }
        if bytes[index + 1] == UInt8(ascii: ".") { return false }
      }
      isAtLineStart = false
      // Every line break is the end of a row: within a value it is written `\n`.
      index = bytes.firstIndex(
        of: SQLBytes.lineFeed, or: SQLBytes.lineFeed, or: SQLBytes.lineFeed, from: index)
      guard index < end else { return true }
      index += 1
      border = index
      isAtLineStart = true
    }
    return true
  }
}
