/// Remembers what `LabelEndings` say of short words: the lines of a log repeat their keys.
@safe
final class EndingMemo {
  private static let slotCount = 512
  /// Of words of two letters and more, at most so many.
  private static let longest = 7

  // A word: its letters, the last in the highest byte but one; above them whether a blank stands before it,
  // whether the slot is taken, and the answer.
  // Plain memory, since an array would be retained for every look.
  private let slots: UnsafeMutablePointer<UInt64>
  private static let blank: UInt64 = 1 << 56
  private static let taken: UInt64 = 1 << 57
  private static let yes: UInt64 = 1 << 58

  init() {
    unsafe slots = .allocate(capacity: Self.slotCount)
    unsafe slots.initialize(repeating: 0, count: Self.slotCount)
  }

  deinit { unsafe slots.deallocate() }

  /// What is remembered of the word that ends at `end`, of a text with this outline; nil where nothing is.
  @inline(__always)
  func answer(endingAt end: Int, in text: Span<UInt8>, _ outline: Outline) -> Bool? {
    let word = Self.word(endingAt: end, in: text, outline)
    let known = unsafe slots[Self.slot(of: word)]
    return word != 0 && known & ~Self.yes == word ? known & Self.yes != 0 : nil
  }

  /// `endings.mayEnd(at: end, in: text)`, which is remembered.
  @inline(never)
  func ask(
    _ endings: LabelEndings, at end: Int, in text: Span<UInt8>, _ outline: Outline
  ) -> Bool {
    let answer = endings.mayEnd(at: end, in: text)
    let word = Self.word(endingAt: end, in: text, outline)
    // Behind the last word of a phrase the words before it decide.
    if word != 0, word & Self.blank == 0 || !endings.mayEndPhrase(at: end, in: text) {
      unsafe slots[Self.slot(of: word)] = answer ? word | Self.yes : word
    }
    return answer
  }

  /// Below `slotCount`.
  @inline(__always)
  private static func slot(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 55)
  }

  /// The word of letters that ends at `end`, where what stands before it does not matter or is a blank; 0 for
  /// others.
  @inline(__always)
  private static func word(
    endingAt end: Int, in text: Span<UInt8>, _ outline: Outline
  ) -> UInt64 {
    let letters = outline.words(before: end) & ~outline.digits(before: end)
    let length = (~letters).leadingZeroBitCount
    guard length > 1, length <= longest, end >= 8 else { return 0 }
    let before = text[end - length - 1]
    guard before < 0x80, before != 0x5F, before != 0x2D, before &- 0x30 > 9 else { return 0 }
    let bytes = text.word(before: end)
    return bytes &>> UInt64(64 - 8 * length) | taken | (before == 0x20 ? blank : 0)
  }
}
