/// Line feeds and carriage returns, which alone end the lines of old Macs.
package enum LineBreaks {
  /// Whether one stands in `range`. It is looked for from the end, eight bytes at a time: what the caller asks
  /// for stands near the beginning of its line.
  package static func isAny(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end - 8 >= range.lowerBound {
      if mayBeAmong(text.word(before: end)) { break }
      end -= 8
    }
    while end > range.lowerBound {
      end -= 1
      if text[end] == 0x0A || text[end] == 0x0D { return true }
    }
    return false
  }

  /// Whether one is among eight bytes; a byte behind one may be taken for it.
  @inline(__always)
  static func mayBeAmong(_ word: UInt64) -> Bool {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (feeds, returns) = (word ^ 0x0A &* ones, word ^ 0x0D &* ones)
    return ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & tops != 0
  }
}
