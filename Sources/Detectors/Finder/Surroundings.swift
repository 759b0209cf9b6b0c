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

  /// Whether the code of another country stands before the match: `+1`, `+44 `, `+49 (0) `; ITU-T
  /// E.164, 6. A plus sign behind a word joins (`张三+13812345678`), and 86 is China.
  static func hasForeignPrefix(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // `+86 …` is a match of its own.
    guard range.lowerBound > 0, text[range.lowerBound] &- 0x30 <= 9 else { return false }
    var i = range.lowerBound
    while i > 0, range.lowerBound - i < 6, isPrefixJoint(text[i - 1]) { i -= 1 }
    let end = i
    while i > 0, end - i < 3, text[i - 1] &- 0x30 <= 9 { i -= 1 }
    if end == i, i < range.lowerBound { return false }
    if end - i == 2, text[i] == 0x38, text[i + 1] == 0x36 { return false }
    guard i > 0, text[i - 1] == 0x2B else { return false }
    // North America's code is the first digit of what looks like a mobile number of China.
    if end == i, text[range.lowerBound] != 0x31 { return false }
    return i < 2 || !joins(text[i - 2])
  }

  /// Blank, hyphen, and the zero and brackets of `+49 (0) 345`.
  private static func isPrefixJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2D: true
    default: false
    }
  }

  private static func joins(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26 || byte == 0x29
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
