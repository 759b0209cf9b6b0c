/// Remembers what `LabelEndings` say of words: the lines of a log repeat their keys.
@safe
final class EndingMemo {
  /// A word of letters, digits, `_` and `-`, the last eight bytes first, and what stands before it.
  private typealias Word = (UInt64, UInt64, UInt64, signs: UInt64)

  private static let slotCount = 512
  private static let longestInBytes = 24
  // The signs: a blank stands before the word, and a digit before that; the slot is taken; the answer.
  private static let blank: UInt64 = 1
  private static let digitBefore: UInt64 = 2
  private static let taken: UInt64 = 4
  private static let yes: UInt64 = 8

  private let endings: LabelEndings
  /// What says of a whole word what its ending leaves open.
  private let telling: (forms: LabelledForms, labels: LabelReader)?
  // Plain memory, since an array would be retained for every look.
  private let slots: UnsafeMutablePointer<Word>

  /// - Parameter telling: the forms that the labels speak for: words that end like a label and tell none of
  ///   them are refused as well.
  init(_ endings: LabelEndings, telling: (forms: LabelledForms, labels: LabelReader)? = nil) {
    self.endings = endings
    self.telling = telling
    unsafe slots = .allocate(capacity: Self.slotCount)
    unsafe slots.initialize(repeating: (0, 0, 0, 0), count: Self.slotCount)
  }

  deinit { unsafe slots.deallocate() }

  /// What the endings' `mayEnd(at: end, in: text)` says, of a text with this outline; false as well where no
  /// form is told by the word as `LabelReader.direct` reads it.
  ///
  /// Cost: some ns where the word was seen lately.
  @inline(__always)
  func mayEnd(at end: Int, in text: Span<UInt8>, _ outline: Outline) -> Bool {
    let word = Self.word(endingAt: end, in: text, outline)
    let known = unsafe slots[Self.slot(of: word)]
    if known.0 == word.0, known.1 == word.1, known.2 == word.2,
      known.signs & ~Self.yes == word.signs, word.signs != 0
    {
      return known.signs & Self.yes != 0
    }
    return ask(at: end, in: text, word)
  }

  @inline(never)
  private func ask(at end: Int, in text: Span<UInt8>, _ word: Word) -> Bool {
    var readsOn = false
    let mayEnd = endings.mayEnd(at: end, in: text, &readsOn)
    let answer = mayEnd && (readsOn || word.signs == 0 || tells(at: end, in: text))
    // Behind the last word of a phrase the words before it decide.
    if word.signs != 0, !readsOn {
      unsafe slots[Self.slot(of: word)] = (
        word.0, word.1, word.2, answer ? word.signs | Self.yes : word.signs
      )
    }
    return answer
  }

  /// False where the key that ends at `end`, behind a byte of ASCII, speaks for none of the forms, whatever
  /// stands before it.
  private func tells(at end: Int, in text: Span<UInt8>) -> Bool {
    guard let telling, text[end - 1] != 0x2D else { return true }
    var start = end
    while LabelReader.isWord(text[start - 1]) { start -= 1 }
    if LabelReader.mayEndPhrase(text, start..<end) { return true }
    return telling.forms.mask(of: telling.labels.direct(text, before: end)) != 0
  }

  /// Below `slotCount`.
  @inline(__always)
  private static func slot(of word: Word) -> Int {
    let mixed = word.0 ^ word.1 &* 0xC2B2_AE3D_27D4_EB4F ^ word.2 &* 0x1656_67B1_9E37_79F9
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 55)
  }

  /// The word that ends at `end`, where a letter is in it and what stands before it does not matter or is a
  /// blank; without signs for others.
  @inline(__always)
  private static func word(
    endingAt end: Int, in text: Span<UInt8>, _ outline: Outline
  ) -> Word {
    let length = (~outline.keys(before: end)).leadingZeroBitCount
    guard length > 0, length <= longestInBytes, end >= longestInBytes + 2 else {
      return (0, 0, 0, 0)
    }
    if !WordShape.isLetter(text[end - 1]) {
      let letters = outline.words(before: end) & ~outline.digits(before: end)
      guard letters &>> UInt64(64 - length) != 0 else { return (0, 0, 0, 0) }
    }
    let before = text[end - length - 1]
    guard before < 0x80 else { return (0, 0, 0, 0) }
    var signs = taken
    if before == 0x20 {
      signs |= blank
      if text[end - length - 2] &- 0x30 <= 9 { signs |= digitBefore }
    }
    let last = text.word(before: end)
    if length <= 8 { return (last &>> UInt64(64 - 8 * length), 0, 0, signs) }
    let middle = text.word(before: end - 8)
    if length <= 16 { return (last, middle &>> UInt64(128 - 8 * length), 0, signs) }
    let first = text.word(before: end - 16)
    return (last, middle, first &>> UInt64(192 - 8 * length), signs)
  }
}
