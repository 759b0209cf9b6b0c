/// A text with its full-width forms written in ASCII, and the way back: what the finder folds in
/// windows, done here character by character over the whole.
struct FoldedText {
  let original: [UInt8]
  private(set) var bytes: [UInt8] = []
  /// For each folded byte, and one past the end, its offset in the text.
  private(set) var offsets: [Int] = []

  /// Where a number may begin: digits, `+` and `(`.
  private(set) var numberStarts: [Int] = []
  /// The same and letters.
  private(set) var letterAndNumberStarts: [Int] = []
  /// Letters and Chinese characters.
  private(set) var leadStarts: [Int] = []

  init(_ text: [UInt8]) {
    original = text
    var i = 0
    while i < text.count {
      let (folded, width) = Self.character(text, at: i)
      bytes.append(folded)
      offsets.append(i)
      let isNumber = folded == 0x2B || folded == 0x28 || folded &- 0x30 <= 9
      if isNumber { numberStarts.append(bytes.count - 1) }
      let isLetter = (folded | 0x20) &- 0x61 < 26
      if isNumber || isLetter { letterAndNumberStarts.append(bytes.count - 1) }
      if isLetter || (0xE4...0xE9).contains(folded) { leadStarts.append(bytes.count - 1) }
      i += width
    }
    offsets.append(text.count)
  }

  func original(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// U+FF01–FF5E stand 0xFEE0 above ASCII (The Unicode Standard, Halfwidth and Fullwidth Forms).
  private static func character(_ text: [UInt8], at i: Int) -> (UInt8, Int) {
    guard text[i] >= 0xC0 else { return (text[i], 1) }
    for width in [2, 3] where i + width <= text.count {
      let slice = text[i..<i + width]
      guard let string = String(validating: slice, as: UTF8.self),
        string.unicodeScalars.count == 1, let scalar = string.unicodeScalars.first,
        scalar.value >= 0x80
      else { continue }
      switch scalar.value {
      case 0xFF01...0xFF5E: return (UInt8(scalar.value - 0xFEE0), width)
      case 0xA0, 0x3000: return (0x20, width)
      case 0xB7, 0x2010...0x2015, 0x2212: return (0x2D, width)
      default: continue
      }
    }
    return (text[i], 1)
  }
}
