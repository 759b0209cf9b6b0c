/// The text that a label announces, up to the end of its field.
enum ToldField {
  /// 40 Chinese characters; a longer text is prose.
  private static let limitInBytes = 120

  /// The range of the text from `start` to the end of the field: a break, punctuation, a closing quote or
  /// bracket, two blanks, or a blank before the next label. Nil where the text is empty, longer than a
  /// field, or the next label itself.
  static func range(_ text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var i = start
    while i < text.count {
      guard i - start <= limitInBytes else { return nil }
      let byte = text[i]
      if byte < 0x80 {
        if byte == 0x20 {
          if isGap(text, i) { break }
        } else if endsField(byte) {
          // A colon behind a Chinese word makes it a label, not a value.
          if byte == 0x3A, i > start, text[i - 1] >= 0x80 { return nil }
          if byte != 0x3A { break }
        }
        i += 1
      } else {
        let character = self.character(text, i)
        if character == 0xEFBC9A { return nil }
        if endsField(character) { break }
        i += character > 0xFFFF ? 3 : character > 0xFF ? 2 : 1
      }
    }
    return i > start ? start..<min(i, text.count) : nil
  }

  /// Up to the first blank in a field, the whole field where it has none.
  static func firstWord(_ text: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    var i = field.lowerBound
    while i < field.upperBound, text[i] != 0x20, text[i] != 0x09, character(text, i) != 0xE38080 {
      i += 1
    }
    return field.lowerBound..<i
  }

  /// Two blanks, or one with a word and a colon behind it.
  private static func isGap(_ text: Span<UInt8>, _ blank: Int) -> Bool {
    var i = blank + 1
    guard i < text.count, text[i] != 0x20, text[i] != 0x09 else { return true }
    while i < text.count, i - blank < 40 {
      let byte = text[i]
      if byte == 0x3A || byte == 0x3D { return true }
      if byte < 0x80 {
        guard isWord(byte) else { return false }
        i += 1
      } else {
        let character = self.character(text, i)
        if character == 0xEFBC9A || character == 0xEFBC9D { return true }
        guard !endsField(character) else { return false }
        i += character > 0xFFFF ? 3 : character > 0xFF ? 2 : 1
      }
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x2D
  }

  /// Breaks, tab, quotes, `, ; : | < > { } & ]`.
  private static func endsField(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x1F, 0x22, 0x27, 0x26, 0x2C, 0x3A, 0x3B, 0x3C, 0x3E, 0x5D, 0x60, 0x7B, 0x7C, 0x7D:
      true
    default: false
    }
  }

  /// `，` `。` `；` `、` `！` `？` `”` `’` `」` `』` `】` and the wide blank.
  private static func endsField(_ character: UInt32) -> Bool {
    switch character {
    case 0xEFBC8C, 0xE38082, 0xEFBC9B, 0xE38081, 0xEFBC81, 0xEFBC9F, 0xE2809D, 0xE28099, 0xE3808D,
      0xE3808F,
      0xE38091, 0xE38080:
      true
    default: false
    }
  }

  /// The bytes of the character at `i`, of up to three bytes, as one number; a byte that begins none is
  /// itself.
  private static func character(_ text: Span<UInt8>, _ i: Int) -> UInt32 {
    let byte = UInt32(text[i])
    if byte >= 0xE0, i + 2 < text.count {
      return byte << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])
    }
    if byte >= 0xC2, i + 1 < text.count { return byte << 8 | UInt32(text[i + 1]) }
    return byte
  }
}
