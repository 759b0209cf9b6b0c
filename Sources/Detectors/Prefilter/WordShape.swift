import Sieve

/// The outline of a word: a run of letters and digits, ASCII or full-width, that holds at least one of
/// either.
///
/// A word is told once, from the mark of its first digit; the marks of its other digits are passed over.
struct WordShape {
  /// Byte range in the text.
  let range: Range<Int>
  /// Its characters.
  let length: Int
  /// The letters before its first digit.
  let letters: Int
  /// All its digits.
  let digits: Int
  /// It holds full-width characters, or one stands close behind it (a bracket, a check digit), which
  /// are folded before the pattern is tried.
  let needsFolding: Bool

  /// Reads the word at `start`; nil when it has more than `longest` characters, or no letter or no digit.
  ///
  /// Cost: some ns for an ASCII word, however long.
  ///
  /// - Parameter separator: a blank or hyphen between the first letters and a digit, which is read past
  ///   and not counted; empty where there is none.
  init?(
    _ text: Span<UInt8>, _ outline: Outline, at start: Int, longest: Int,
    past separator: Range<Int> = 0..<0
  ) {
    var (i, length, letters, digits) = (start, 0, 0, 0)
    var isWide = false
    if separator.isEmpty {
      length = (~outline.words(from: start)).trailingZeroBitCount
      guard length <= longest else { return nil }
      let digitBits = outline.digits(from: start) & ~(UInt64.max << UInt64(length))
      digits = digitBits.nonzeroBitCount
      letters = min(digitBits.trailingZeroBitCount, length)
      i += length
    }
    while i < text.count {
      let (byte, width) = Self.character(text, at: i)
      if byte &- 0x30 <= 9 {
        digits += 1
      } else if Self.isLetter(byte) {
        if digits == 0 { letters += 1 }
      } else {
        break
      }
      length += 1
      guard length <= longest else { return nil }
      isWide = isWide || width > 1
      i += width
      if i == separator.lowerBound { i = separator.upperBound }
    }
    guard digits > 0, digits < length else { return nil }
    range = start..<i
    self.length = length
    self.letters = letters
    self.digits = digits
    for k in i..<min(i + Self.reachBehind, text.count) where text[k] == 0xEF { isWide = true }
    needsFolding = isWide
  }

  /// How far behind a word its pattern may read on: blank, bracket or hyphen, blank, check digit.
  private static let reachBehind = 4

  /// Where the word begins whose first digit stands at `digit`: nil when a digit stands before it in the
  /// word, or more than `mostLetters` letters.
  ///
  /// Cost: some ns.
  @inline(__always)
  static func start(
    _ text: Span<UInt8>, _ outline: Outline, ofDigit digit: Int, mostLetters: Int
  ) -> Int? {
    let letterBits = outline.words(before: digit) & ~outline.digits(before: digit)
    var letters = (~letterBits).leadingZeroBitCount
    guard letters <= mostLetters else { return nil }
    var i = digit - letters
    while i > 0 {
      var byte = text[i - 1]
      var width = 1
      if byte >= 0x80 {
        guard i > 2, text[i - 3] == 0xEF else { break }
        (byte, width) = character(text, at: i - 3)
        guard width == 3 else { break }
      }
      if isLetter(byte) {
        letters += 1
        guard letters <= mostLetters else { return nil }
        i -= width
      } else {
        guard byte &- 0x30 > 9 else { return nil }
        break
      }
    }
    return i
  }

  /// The first character as an index: digits 0–9, letters 10–35 without regard to case.
  static func index(ofFirst text: Span<UInt8>, at start: Int) -> Int {
    let byte = character(text, at: start).byte
    return byte &- 0x30 <= 9 ? Int(byte &- 0x30) : Int((byte | 0x20) &- 0x61) + 10
  }

  /// The letter or digit at `i` in ASCII and its width in bytes: 3 for a full-width one (U+FF10–FF19,
  /// U+FF21–FF3A, U+FF41–FF5A), else the byte itself.
  @inline(__always)
  private static func character(_ text: Span<UInt8>, at i: Int) -> (byte: UInt8, width: Int) {
    guard text[i] == 0xEF, i + 2 < text.count else { return (text[i], 1) }
    let (ascii, width) = Folding.ascii(text, at: i)
    return ascii &- 0x30 <= 9 || isLetter(ascii) ? (ascii, width) : (text[i], 1)
  }

  /// The width of the letter that ends before `i`, 0 where there is none.
  @inline(__always)
  static func letterWidth(_ text: Span<UInt8>, before i: Int) -> Int {
    guard i > 0 else { return 0 }
    if text[i - 1] < 0x80 { return isLetter(text[i - 1]) ? 1 : 0 }
    guard i > 2, text[i - 3] == 0xEF else { return 0 }
    let (byte, width) = character(text, at: i - 3)
    return width == 3 && isLetter(byte) ? 3 : 0
  }

  /// The width of the blank or hyphen of either width that ends before `i`, 0 where there is none.
  static func jointWidth(_ text: Span<UInt8>, before i: Int) -> Int {
    guard i > 0 else { return 0 }
    if text[i - 1] < 0x80 { return text[i - 1] == 0x20 || text[i - 1] == 0x2D ? 1 : 0 }
    for width in 2...3 where i >= width {
      let (ascii, folded) = Folding.ascii(text, at: i - width)
      if folded == width, ascii == 0x20 || ascii == 0x2D { return width }
    }
    return 0
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
