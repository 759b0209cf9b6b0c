/// Where a value begins that a label announces.
enum LabelledValue {
  /// How far behind its label's colon a value may begin.
  private static let reachInBytes = 24

  /// The offset of the first byte behind `i` that is no colon, equals sign, quote, opening bracket or
  /// blank; the end of the text where none follows in reach.
  static func start(_ text: Span<UInt8>, from i: Int) -> Int {
    skip(text, from: i) { Self.isBeforeValue($0) }
  }

  /// The beginning of the next of several values in a cell; the end of the text where none follows.
  static func next(_ text: Span<UInt8>, after i: Int) -> Int {
    let next = skip(text, from: i) { Self.isBetweenValues($0) }
    return next > i ? next : text.count
  }

  /// Whether only blanks stand between a label and its value, or a mark of speech: 经理 李宁牌, 经理：“李宁牌”.
  static func isLoose(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.allSatisfy { text[$0] == 0x20 || text[$0] == 0x09 }
      || range.contains { i in
        i + 2 < range.upperBound && text[i] == 0xE2 && text[i + 1] == 0x80 && text[i + 2] == 0x9C
      }
  }

  private static func skip(
    _ text: Span<UInt8>, from i: Int, _ isSkipped: (UInt32) -> Bool
  ) -> Int {
    var at = i
    while at < text.count {
      let byte = text[at]
      guard at - i <= reachInBytes else { return text.count }
      if byte < 0x80 {
        guard isSkipped(UInt32(byte)) else { return at }
        at += 1
        continue
      }
      guard at + 2 < text.count, byte >= 0xE0 else { return at }
      let scalar = UInt32(byte) << 16 | UInt32(text[at + 1]) << 8 | UInt32(text[at + 2])
      guard isSkipped(scalar) else { return at }
      at += 3
    }
    return at
  }

  /// `: = " ' ( [ { < >` and blanks, `：` `＝` `“` `‘` `「` `『` `（` `【` and the wide blank, as bytes of UTF-8.
  private static func isBeforeValue(_ character: UInt32) -> Bool {
    switch character {
    case 0x09, 0x20, 0x22, 0x27, 0x28, 0x3A, 0x3D, 0x3E, 0x5B, 0x5C, 0xEFBC9A, 0xEFBC9D, 0xE2809C,
      0xE28098,
      0xE3808C, 0xE3808E, 0xEFBC88, 0xE38090, 0xE38080:
      true
    default: false
    }
  }

  /// `, ; / |` and blanks, `、` `，` `；` and the wide blank.
  private static func isBetweenValues(_ character: UInt32) -> Bool {
    switch character {
    case 0x09, 0x20, 0x2C, 0x3B, 0x2F, 0x7C, 0xE38081, 0xEFBC8C, 0xEFBC9B, 0xE38080: true
    default: false
    }
  }
}
