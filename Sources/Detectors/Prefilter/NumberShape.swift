import Sieve

/// The outline of the number that begins at a mark: cheap facts that decide which forms are tried.
struct NumberShape {
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
  /// Cost: some ns for a number in ASCII, about 1 ns a byte of another one.
  @inline(__always)
  init(_ text: Span<UInt8>, _ outline: Outline, at start: Int) {
    if readASCII(text, outline, at: start) { return }
    self = NumberShape(text, reading: start, outline)
  }

  private init() {}

  /// Reads a number all of ASCII from the bits of its bytes; false where it is another one, or too long for
  /// that.
  @inline(__always)
  private mutating func readASCII(
    _ text: Span<UInt8>, _ outline: Outline, at start: Int
  ) -> Bool {
    let digits = outline.digits(from: start)
    let separators = outline.separators(from: start)
    var group = (~digits).trailingZeroBitCount
    guard group > 0, group <= 40 else { return false }
    firstDigit = text[start] &- 0x30
    var end = group
    var count = group
    lengths = 1 << UInt64(count)
    if start + end < text.count {
      joint = text[start + end]
      beginsWord = WordShape.isLetter(joint)
    }
    while true {
      let width = (~(separators &>> UInt64(end))).trailingZeroBitCount
      guard end + width < 56 else { return false }
      let next = end + width
      group = width == 0 || width > 3 ? 0 : (~(digits &>> UInt64(next))).trailingZeroBitCount
      guard group > 0 else {
        // What follows may be full-width, which is another matter.
        guard width <= 3, start + next < text.count else { return true }
        let byte = text[start + next]
        if byte >= 0x80 { return false }
        return
          !(WordShape.isLetter(byte) && start + next + 1 < text.count
          && text[start + next + 1] == 0xEF)
      }
      end = next + group
      count += group
      guard count <= 40 else {
        lengths |= 1 << 41
        return true
      }
      lengths |= 1 << UInt64(count)
    }
  }

  private init(_ text: Span<UInt8>, reading start: Int, _ outline: Outline) {
    var i = start
    var digits: UInt64 = 0
    var separators = 0
    let count = text.count
    while i < count {
      let byte = text[i]
      if byte &- 0x30 <= 9 {
        if digits == 0 { firstDigit = byte &- 0x30 }
        let run = (~outline.digits(from: i)).trailingZeroBitCount
        digits &+= UInt64(truncatingIfNeeded: run)
        separators = 0
        i &+= run
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
      if digits > 40 {
        lengths |= 1 << 41
        return
      }
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
