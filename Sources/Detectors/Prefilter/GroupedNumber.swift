/// Values written as groups: four decimal ones joined by full stops (IPv4), or hexadecimal ones joined by
/// colons, hyphens or full stops (IPv6, MAC addresses). Both are told at the marks of numbers, so
/// they hold a decimal digit.
///
/// Times (12:34:56), dates and decimal fractions are everywhere in logs and look the same at first;
/// each is refused after a handful of bytes.
enum GroupedNumber {
  /// The longest token that is looked at, to either side of the mark: an IPv6 address has at most 45
  /// characters (RFC 4291, 2.2), and a longer token is none.
  private static let reachInBytes = 48

  /// Whether two groups of digits begin at `start` that are followed by full stops: what most fractions and
  /// times are refused by.
  @inline(__always)
  static func mayBeQuad(_ text: Span<UInt8>, _ outline: Outline, at start: Int) -> Bool {
    let digits = outline.digits(from: start)
    let end = (~digits).trailingZeroBitCount + 1
    guard end <= 4 else { return false }
    let second = end + (~(digits &>> UInt64(end))).trailingZeroBitCount
    return second <= 7 && start + second < text.count && text[start + second] == 0x2E
  }

  /// Whether the digit at `digit`, with none of hexadecimal directly before it, may stand in groups of hexadecimal
  /// digits: what most numbers before or behind a hyphen are refused by. True wherever letters are about.
  @inline(__always)
  static func mayBeHexGroup(_ text: Span<UInt8>, _ outline: Outline, at digit: Int) -> Bool {
    let length = (~outline.words(from: digit)).trailingZeroBitCount
    if length > 4 {
      // More than four, of which the first five are hexadecimal digits, are no group.
      return
        !(outline.digits(from: digit) & 0b11111 == 0b11111
        || isHex(text[digit + 1]) && isHex(text[digit + 2]) && isHex(text[digit + 3])
          && isHex(text[digit + 4]))
    }
    guard digit > 0, length == (~outline.digits(from: digit)).trailingZeroBitCount else {
      return true
    }
    let left = text[digit - 1]
    let right: UInt8 = digit + length < text.count ? text[digit + length] : 0
    if left >= 0x80 || right >= 0x80 || left == 0x3A || right == 0x3A || isHex(left) { return true }
    switch length {
    case 2: return left == 0x2D || right == 0x2D
    case 4: return left == 0x2E || right == 0x2E
    default: return false
    }
  }

  /// Whether four groups of one to three digits joined by full stops begin at `start`.
  static func isQuad(_ text: Span<UInt8>, at start: Int) -> Bool {
    var i = start
    for group in 0..<4 {
      if group > 0 {
        guard i < text.count, text[i] == 0x2E else { return false }
        i += 1
      }
      let first = i
      while i < text.count, text[i] &- 0x30 <= 9, i - first < 3 { i += 1 }
      guard i > first else { return false }
    }
    return true
  }

  /// Whether a time (12:34:56) begins at `start` that is no part of more groups: what nearly all tokens with
  /// colons are.
  @inline(__always)
  static func isTime(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard start + 8 < text.count, text[start + 2] == 0x3A, text[start + 5] == 0x3A,
      text[start + 3] != 0x3A, text[start + 4] != 0x3A, text[start + 6] != 0x3A
    else { return false }
    let after = text[start + 8]
    guard after != 0x3A, after < 0x80, !isHex(after), text[start + 7] != 0x3A else { return false }
    return start == 0 || text[start - 1] != 0x3A && !isHex(text[start - 1])
  }

  /// Whether two decimal fractions of four places and more, of at most three digits before the point, begin
  /// at `start`, joined by a comma, a semicolon or blanks.
  static func isDecimalPair(
    _ text: Span<UInt8>, _ outline: Outline, at start: Int
  ) -> Bool {
    if isLoneFraction(text, outline, at: start) { return false }
    return isDecimalPair(text, at: start)
  }

  /// Whether what begins at `start` is a fraction in ASCII behind which no second one stands: nearly all of
  /// them, told without a look at their digits.
  @inline(__always)
  private static func isLoneFraction(
    _ text: Span<UInt8>, _ outline: Outline, at start: Int
  ) -> Bool {
    let digits = outline.digits(from: start)
    let whole = (~digits).trailingZeroBitCount
    guard whole > 0, whole <= 3, start + whole < text.count, text[start + whole] == 0x2E else {
      return false
    }
    let places = (~(digits &>> UInt64(whole + 1))).trailingZeroBitCount
    guard places > 0, places < 48 else { return false }
    var i = start + whole + 1 + places
    let end = i
    while i < text.count, isJoint(text[i]) { i += 1 }
    guard i < text.count else { return true }
    if i > end, text[i] == 0x2D || text[i] == 0x2B { i += 1 }
    return i >= text.count || text[i] < 0x80 && text[i] &- 0x30 > 9
  }

  static func isDecimalPair(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard var i = fractionEnd(text, at: start) else { return false }
    let end = i
    while i < text.count, i - end < 12 {
      let (byte, width) = Folding.ascii(text, at: i)
      guard isJoint(byte) else { break }
      i += width
    }
    guard i > end else { return false }
    if i < text.count {
      let (sign, width) = Folding.ascii(text, at: i)
      if sign == 0x2D || sign == 0x2B { i += width }
    }
    return fractionEnd(text, at: i) != nil
  }

  /// Whether a number at `start` is followed by a sign of degrees: `°` or 度.
  static func isDegree(_ text: Span<UInt8>, at start: Int) -> Bool {
    var i = start
    while i < text.count, text[i] &- 0x30 <= 9, i - start < 3 { i += 1 }
    guard i + 1 < text.count else { return false }
    return text[i] == 0xC2 && text[i + 1] == 0xB0
      || i + 2 < text.count && text[i] == 0xE5 && text[i + 1] == 0xBA && text[i + 2] == 0xA6
  }

  /// The end of a fraction of four places and more at `start`, in digits of either width; nil for
  /// others.
  private static func fractionEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
    var i = start
    var whole = 0
    var places = -1
    while i < text.count {
      let (byte, width) = Folding.ascii(text, at: i)
      if byte &- 0x30 <= 9 {
        if places < 0 { whole += 1 } else { places += 1 }
        guard whole <= 3 else { return nil }
      } else if byte == 0x2E, places < 0, whole > 0 {
        places = 0
      } else {
        break
      }
      i += width
    }
    return places >= 4 ? i : nil
  }

  /// Comma, semicolon or blank.
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x3B || byte == 0x20
  }

  /// The token of hexadecimal groups around the digit at `digit`, where there are enough of them for an
  /// address; nil for a time, a date, a fraction.
  static func hexGroups(_ text: Span<UInt8>, around digit: Int) -> Token? {
    var start = digit
    while start > 0, digit - start < 4, isHex(text[start - 1]) { start -= 1 }
    var end = digit + 1
    while end < text.count, end - start <= 4, isHex(text[end]) { end += 1 }
    guard end - start <= 4 else { return nil }
    let right: UInt8 = end < text.count ? text[end] : 0
    let left: UInt8 = start > 0 ? text[start - 1] : 0
    if isWide(text, at: end) || isWide(text, before: start) {
      return Token(range: start..<end, isAddressLike: false, isWide: true, joint: 0, end: end)
    }
    let joint: UInt8
    let goesOn = end + 1 < text.count && isHex(text[end + 1])
    // What follows decides: the colon in `mac:3c-5a-…` belongs to the label.
    if right == 0x3A {
      joint = 0x3A
    } else if end - start == 2, right == 0x2D, goesOn, hasPairs(text, around: start) {
      joint = 0x2D
    } else if end - start == 4, right == 0x2E, goesOn {
      joint = 0x2E
    } else if left == 0x3A {
      joint = 0x3A
    } else if end - start == 2, left == 0x2D, hasPairs(text, around: start) {
      joint = 0x2D
    } else if end - start == 4, left == 0x2E {
      joint = 0x2E
    } else {
      return nil
    }
    return token(text, around: start..<end, joint)
  }

  /// A token of hexadecimal digits and one joint.
  struct Token {
    var range: Range<Int>
    /// Has as many joints as an address of its kind; else it is remembered only so that its other
    /// marks are passed over.
    var isAddressLike: Bool
    /// Goes on in full-width characters, so that it is told in the folded text.
    var isWide: Bool
    let joint: UInt8
    /// Where its marks end that need no second look: the last group behind hyphens or full stops may be the
    /// first of one with colons.
    let end: Int
  }

  private static func token(
    _ text: Span<UInt8>, around group: Range<Int>, _ joint: UInt8
  ) -> Token {
    var start = group.lowerBound
    var end = group.upperBound
    var joints = 0
    var hasDouble = false
    var lastJoint = group.lowerBound
    while start > 0, group.lowerBound - start < reachInBytes {
      let byte = text[start - 1]
      if byte == joint {
        joints += 1
        hasDouble = hasDouble || text[start] == joint
      } else if !isHex(byte) {
        break
      }
      start -= 1
    }
    while end < text.count, end - group.upperBound < reachInBytes {
      let byte = text[end]
      if byte == joint {
        joints += 1
        lastJoint = end
        hasDouble = hasDouble || text[end - 1] == joint
      } else if !isHex(byte) {
        break
      }
      end += 1
    }
    // Six pairs have five joints, three groups of four have two; `::` shortens an IPv6 address.
    let isAddressLike =
      switch joint {
      case 0x3A: joints >= 5 || hasDouble
      case 0x2D: joints >= 5
      default: joints >= 2
      }
    let isWide = isWide(text, at: end) || isWide(text, before: start)
    return Token(
      range: start..<end, isAddressLike: isAddressLike, isWide: isWide, joint: joint,
      end: joint == 0x3A ? end : lastJoint)
  }

  /// Whether a pair that a hyphen joins to the one at `start` has two digits too: 2026-11-22 goes no
  /// further.
  private static func hasPairs(_ text: Span<UInt8>, around start: Int) -> Bool {
    if start > 3, text[start - 1] == 0x2D, isHex(text[start - 4]) { return false }
    if start + 5 < text.count, text[start + 2] == 0x2D, isHex(text[start + 5]) { return false }
    return true
  }

  /// Whether a character stands at `i` that folds to one of a token.
  private static func isWide(_ text: Span<UInt8>, at i: Int) -> Bool {
    guard i < text.count, text[i] >= 0xC2 else { return false }
    let (ascii, width) = Folding.ascii(text, at: i)
    return width > 1 && (isHex(ascii) || ascii == 0x3A || ascii == 0x2D || ascii == 0x2E)
  }

  /// The same of the character that ends before `i`.
  private static func isWide(_ text: Span<UInt8>, before i: Int) -> Bool {
    guard i > 1, text[i - 1] & 0xC0 == 0x80 else { return false }
    let start = i > 2 && text[i - 2] & 0xC0 == 0x80 ? i - 3 : i - 2
    return isWide(text, at: start)
  }

  /// Whether an address can begin at `i` of a token: a group, or the `::` before the first one.
  static func isStart(_ text: Span<UInt8>, _ i: Int, in token: Token) -> Bool {
    let followsHex = i > token.range.lowerBound && isHex(text[i - 1])
    if followsHex { return false }
    if isHex(text[i]) { return true }
    return i + 1 < token.range.upperBound && text[i] == 0x3A && text[i + 1] == 0x3A
  }

  @inline(__always)
  static func isHex(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 6 }
}
