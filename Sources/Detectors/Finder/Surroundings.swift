/// What the bytes around a match say before any word does.
enum Surroundings {
  /// Whether the match is a group of a UUID (8-4-4-4-12 hexadecimal digits, RFC 9562).
  static func isInsideUUID(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let touchesHyphen =
      range.lowerBound > 0 && text[range.lowerBound - 1] == 0x2D
      || range.upperBound < text.count && text[range.upperBound] == 0x2D
    guard touchesHyphen || range.count == 36 else { return false }
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 24, isToken(text[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < 36, isToken(text[end]) { end += 1 }
    guard end - start == 36 else { return false }
    for i in 0..<36 {
      let isHyphen = text[start + i] == 0x2D
      let expected = i == 8 || i == 13 || i == 18 || i == 23
      if isHyphen != expected { return false }
    }
    return true
  }

  /// Whether the match is all there is in the cell but blanks and quotes.
  static func isWhole(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in 0..<range.lowerBound where !isPadding(text[i]) { return false }
    for i in range.upperBound..<text.count where !isPadding(text[i]) { return false }
    return true
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 6 || byte == 0x2D
  }

  static func isPadding(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x22, 0x27, 0x60: true
    default: false
    }
  }
}
