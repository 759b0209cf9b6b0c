/// Full-width forms and their kin, written in ASCII, with the way back to the original offsets.
///
/// Covers U+FF01–FF5E, the ideographic and no-break blanks, the dashes of U+2010–2015, the minus
/// sign and the middle dots that people write between groups of digits.
struct Folding {
  /// The folded bytes of a window.
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// For each folded byte, and one past the end, its offset in the text.
  private var offsets: ContiguousArray<Int> = []

  /// Folds `window` of `text`, replacing what was folded before. The window is short (a few hundred
  /// bytes), so this costs a fraction of a microsecond, and only where something is to be folded.
  mutating func fold(_ text: Span<UInt8>, _ window: Range<Int>) {
    bytes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var i = window.lowerBound
    while i < window.upperBound {
      let (ascii, width) = Self.ascii(text, at: i)
      if width > 1, i + width <= window.upperBound {
        bytes.append(ascii)
        offsets.append(i)
        i += width
      } else {
        bytes.append(text[i])
        offsets.append(i)
        i += 1
      }
    }
    offsets.append(window.upperBound)
  }

  /// The range of the text that a range of folded bytes stands for.
  func original(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// The folded offset of the text's offset `i`, which begins a character of the window.
  func folded(_ i: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < i { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The ASCII form of the character at `i` and its width in bytes; width 1 when there is none.
  @inline(__always)
  static func ascii(_ text: Span<UInt8>, at i: Int) -> (UInt8, Int) {
    let byte = text[i]
    guard byte >= 0xC2 else { return (byte, 1) }
    if byte == 0xC2, i + 1 < text.count {
      if text[i + 1] == 0xA0 { return (0x20, 2) }
      if text[i + 1] == 0xB7 { return (0x2D, 2) }
      return (byte, 1)
    }
    guard i + 2 < text.count else { return (byte, 1) }
    let (b, c) = (text[i + 1], text[i + 2])
    if byte == 0xEF {
      if b == 0xBC, (0x81...0xBF).contains(c) { return (c - 0x60, 3) }
      if b == 0xBD, (0x80...0x9E).contains(c) { return (c - 0x20, 3) }
      return (byte, 1)
    }
    if byte == 0xE2 {
      if b == 0x80, (0x90...0x95).contains(c) { return (0x2D, 3) }
      if b == 0x88, c == 0x92 { return (0x2D, 3) }
      return (byte, 1)
    }
    if byte == 0xE3, b == 0x80, c == 0x80 { return (0x20, 3) }
    return (byte, 1)
  }

  /// The width of the non-ASCII character at `i` if it folds to a separator within numbers
  /// (blank, hyphen, full stop, slash, round brackets); 0 otherwise.
  static func separatorWidth(_ text: Span<UInt8>, at i: Int) -> Int {
    let (ascii, width) = Self.ascii(text, at: i)
    guard width > 1 else { return 0 }
    switch ascii {
    case 0x20, 0x2D, 0x2E, 0x2F, 0x28, 0x29: return width
    default: return 0
    }
  }
}
