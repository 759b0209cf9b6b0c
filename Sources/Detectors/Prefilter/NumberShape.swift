/// The outline of the number that begins at a mark: cheap facts that decide which forms are tried.
struct NumberShape: Equatable {
  /// Bit *n*: a group of digits ends with the *n*-th digit, so a match can end there.
  var lengths: UInt64 = 0
  /// 0...9.
  var firstDigit: UInt8 = 0
  /// The three bytes behind the first group of digits, 0 where they are ASCII or the text ends.
  var follower: UInt32 = 0
  /// The byte behind the first group of digits, 0 where the text ends.
  var joint: UInt8 = 0
  /// The number holds full-width digits or separators outside ASCII, which are folded before the
  /// pattern is tried.
  var needsFolding = false
  /// A letter follows the first group of digits: they begin a word.
  var beginsWord = false

  /// Reads the outline at `start`, which holds a digit. Groups are joined by up to three
  /// separators; reading stops after 40 digits, more than any rule asks for.
  ///
  /// Cost: about 1 ns a byte of the number.
  init(_ text: Span<UInt8>, at start: Int) {
    var i = start
    var digits: UInt64 = 0
    var separators = 0
    let count = text.count
    while i < count {
      let byte = text[i]
      if byte &- 0x30 <= 9 {
        if digits == 0 { firstDigit = byte &- 0x30 }
        digits += 1
        separators = 0
        i += 1
      } else if byte == 0xEF, i + 2 < count, text[i + 1] == 0xBC, text[i + 2] &- 0x90 <= 9 {
        if digits == 0 { firstDigit = text[i + 2] &- 0x90 }
        needsFolding = true
        digits += 1
        separators = 0
        i += 3
      } else {
        if separators == 0 {
          if lengths == 0 {
            joint = byte
            if byte >= 0xE0, i + 2 < count {
              follower = UInt32(byte) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])
              beginsWord = byte == 0xEF && Self.isFullWidthLetter(text, at: i)
            } else {
              beginsWord = WordShape.isLetter(byte)
            }
          }
          lengths |= 1 << digits
        }
        separators += 1
        guard separators <= 3 else { return }
        if byte < 0x80 {
          guard Self.isSeparator(byte) else {
            // 60037341L８: a full-width digit behind a letter of the number.
            if WordShape.isLetter(byte), i + 1 < count, text[i + 1] == 0xEF {
              needsFolding = true
            }
            return
          }
          i += 1
        } else {
          let width = Folding.separatorWidth(text, at: i)
          guard width > 0 else {
            // A letter may belong to the number: the check character Ｘ.
            if Self.isFullWidthLetter(text, at: i) { needsFolding = true }
            return
          }
          needsFolding = true
          i += width
        }
      }
      if digits > 40 { break }
    }
    if separators == 0 { lengths |= 1 << digits }
  }

  /// U+FF21–FF3A and U+FF41–FF5A.
  private static func isFullWidthLetter(_ text: Span<UInt8>, at i: Int) -> Bool {
    guard text[i] == 0xEF, i + 2 < text.count else { return false }
    return text[i + 1] == 0xBC && text[i + 2] &- 0xA1 < 26
      || text[i + 1] == 0xBD && text[i + 2] &- 0x81 < 26
  }

  /// Blank, tab, hyphen, full stop, slash and round brackets.
  @inline(__always)
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x2D, 0x2E, 0x2F, 0x28, 0x29: true
    default: false
    }
  }
}
