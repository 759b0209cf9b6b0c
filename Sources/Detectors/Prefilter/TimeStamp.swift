import Sieve

/// A time stamp in digits of ASCII, `2026-11-22 19:21:35.449`: the one thing that nearly every line of a log
/// has, and whose six or seven numbers are told from the first.
enum TimeStamp {
  /// The digits of `2026-11-22 19:21:35`, a bit a byte.
  private static let digits: UInt64 = 0b110_1101_1011_0110_1111
  private static let length = 19

  /// The lengths of numbers (`NumberShape.lengths`) that begin within a time stamp, behind the year: `11-22 19`,
  /// `22 19`, `19`, `35.449`.
  static let lengths: UInt64 = 1 << 2 | 1 << 4 | 1 << 5 | 1 << 6
  /// The lengths of words that begin within one: `22T19`, `35Z`.
  static let wordLengths: UInt64 = 1 << 5 | 1 << 3

  /// Whether the digits at `start` are those of a time stamp.
  @inline(__always)
  static func mayBegin(_ outline: Outline, at start: Int) -> Bool {
    outline.digits(from: start) & (1 << UInt64(length) - 1) == digits
  }

  /// Where the numbers end that belong to the time stamp at `start` and to nothing else; nil where none begins.
  /// A fraction of a second is among them where it has three digits and no number stands behind it.
  ///
  /// Cost: some ns.
  static func end(_ text: Span<UInt8>, _ outline: Outline, at start: Int) -> Int? {
    guard mayBegin(outline, at: start), start + length + 5 < text.count else { return nil }
    let bits = outline.digits(from: start)
    guard text[start + 13] == 0x3A, text[start + 16] == 0x3A,
      text[start + 4] == 0x2D, text[start + 7] == 0x2D,
      text[start + 10] == 0x20 || text[start + 10] == 0x54
    else { return nil }
    var end = length
    if text[start + end] == 0x2E, bits &>> UInt64(end + 1) & 0b1111 == 0b111 { end += 4 }
    let after = text[start + end]
    // A colon may go on to an address of hexadecimal groups, a point to one of decimal groups.
    guard after < 0x80, after != 0x3A else { return nil }
    if WordShape.isLetter(after) {
      // The Z of UTC.
      let behind = text[start + end + 1]
      return after == 0x5A && behind < 0x80 && !LabelReader.isWord(behind) && behind != 0x3A
        ? start + end : nil
    }
    let separators = outline.separators(from: start) &>> UInt64(end)
    let next = end + (~separators).trailingZeroBitCount
    guard after != 0x2E, next < 48, start + next < text.count, text[start + next] < 0x80,
      bits &>> UInt64(next) & 1 == 0
    else { return start + 17 }
    return start + end
  }
}
