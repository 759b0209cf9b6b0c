import Sieve

/// Remembers what `LabelEndings` say of words: the lines of a log repeat their keys, source code its names.
@safe
final class EndingMemo {
  /// A word of letters, digits, `_` and `-`, the last eight bytes first, and what stands before it. The kernels
  /// read it as `struct csieve_word`.
  private typealias Word = (UInt64, UInt64, UInt64, signs: UInt64)

  private static let slotCount = 4096
  private static let longestInBytes = 24
  // The signs, `enum csieve_sign`: the slot is taken; a blank stands before the word; what may end with it that
  // begins with it; longer labels may that go on behind a digit, or behind the letter of a bit.
  private static let taken: UInt64 = 1
  private static let blankBefore: UInt64 = 2
  private static let label: UInt64 = 4
  private static let context: UInt64 = 8
  private static let goesOnBehindDigit: UInt64 = 16
  private static let firstLetterBit: UInt64 = 8

  private let labelEndings: LabelEndings
  private let contextEndings: LabelEndings
  private let forms: LabelledForms
  private let reader: LabelReader
  /// The word that is asked of, behind a line feed.
  private var alone: ContiguousArray<UInt8> = []
  // Plain memory, since an array would be retained for every look.
  private let slots: UnsafeMutablePointer<Word>

  /// - Parameters:
  ///   - forms: those whose value a label alone tells.
  ///   - contexts: the endings of labels that some other form needs.
  init(_ forms: LabelledForms, contexts: LabelEndings, reader: LabelReader) {
    precondition(Self.slotCount == NumberPass.wordSlots, "the kernels read the same table")
    self.forms = forms
    self.reader = reader
    labelEndings = forms.endings
    contextEndings = contexts
    unsafe slots = .allocate(capacity: Self.slotCount)
    unsafe slots.initialize(repeating: (0, 0, 0, 0), count: Self.slotCount)
  }

  deinit { unsafe slots.deallocate() }

  /// The pass over numbers that reads what is remembered here, as long as this lives.
  func numberPass(_ gates: NumberPass.Gates) -> NumberPass {
    var gates = gates
    labelEndings.tell(&gates.labelEndings)
    contextEndings.tell(&gates.contextEndings)
    gates.neighbours = reader.neighbours
    return unsafe NumberPass(gates, words: UnsafeMutableRawPointer(slots))
  }

  /// Whether a label of data without a look of their own may end at `end` of a text with this outline: false
  /// where no form is told by the word as `LabelReader.direct` reads it.
  ///
  /// Cost: some ns where the word was seen lately.
  @inline(__always)
  func mayEndLabel(at end: Int, in text: Span<UInt8>, _ outline: Outline) -> Bool {
    if labelEndings.refuse(text, before: end) { return false }
    let word = Self.word(endingAt: end, in: text, outline)
    if word.signs != 0 {
      let signs = recall(word, text, end)
      if standsAlone(signs, text, end, outline) { return signs & Self.label != 0 }
    }
    return mayEnd(at: end, in: text, labelEndings)
  }

  /// The same of labels that other forms need.
  @inline(__always)
  func mayEndContext(at end: Int, in text: Span<UInt8>, _ outline: Outline) -> Bool {
    if contextEndings.refuse(text, before: end) { return false }
    let word = Self.word(endingAt: end, in: text, outline)
    if word.signs != 0 {
      let signs = recall(word, text, end)
      if standsAlone(signs, text, end, outline) { return signs & Self.context != 0 }
    }
    return mayEnd(at: end, in: text, contextEndings)
  }

  @inline(never)
  private func mayEnd(at end: Int, in text: Span<UInt8>, _ endings: LabelEndings) -> Bool {
    endings.mayEnd(at: end, in: text)
  }

  /// Whether no words before the one that ends at `end` make a longer label of it; `signs` are those of the
  /// word.
  @inline(__always)
  private func standsAlone(
    _ signs: UInt64, _ text: Span<UInt8>, _ end: Int, _ outline: Outline
  ) -> Bool {
    let goesOn = signs >> Self.firstLetterBit
    if signs & Self.blankBefore == 0 || goesOn == 0 && signs & Self.goesOnBehindDigit == 0 {
      return true
    }
    let length = (~outline.keys(before: end)).leadingZeroBitCount
    let (other, joined) = (text[end - length - 3], text[end - length - 2])
    if joined &- 0x30 <= 9 { return signs & Self.goesOnBehindDigit == 0 }
    guard WordShape.isLetter(joined) else { return !LabelReader.isWord(joined) }
    if goesOn >> UInt64((joined | 0x20) &- 0x61) & 1 == 0 { return true }
    return LabelReader.isWord(other) && other != 0x2D && other != 0x5F
      && !reader.mayNeighbour(other, joined)
  }

  /// The signs of a word, asked for where it is not remembered.
  @inline(__always)
  private func recall(_ word: Word, _ text: Span<UInt8>, _ end: Int) -> UInt64 {
    let known = unsafe slots[Self.slot(of: word)]
    guard known.0 == word.0, known.1 == word.1, known.2 == word.2,
      known.signs & (Self.taken | Self.blankBefore) == word.signs
    else { return ask(word, text, end) }
    return known.signs
  }

  @inline(never)
  private func ask(_ word: Word, _ text: Span<UInt8>, _ end: Int) -> UInt64 {
    var start = end
    while LabelReader.isWord(text[start - 1]) { start -= 1 }
    // Read by itself, at the beginning of a line.
    alone.removeAll(keepingCapacity: true)
    alone.append(0x0A)
    for i in start..<end { alone.append(text[i]) }
    let bytes = alone
    let name = bytes.span
    var signs = word.signs
    if labelEndings.mayEnd(at: name.count, in: name),
      forms.mask(of: reader.direct(name, before: name.count)) != 0
    {
      signs |= Self.label
    }
    if contextEndings.mayEnd(at: name.count, in: name) { signs |= Self.context }
    let lastWord = LabelEndings.lastWord(of: name)
    if labelEndings.mayEndPhrase(lastWord, behindDigit: true)
      || contextEndings.mayEndPhrase(lastWord, behindDigit: true)
    {
      signs |= Self.goesOnBehindDigit
    }
    if labelEndings.mayEndPhrase(lastWord, behindDigit: false)
      || contextEndings.mayEndPhrase(lastWord, behindDigit: false)
    {
      signs |= reader.lettersBefore(name) << Self.firstLetterBit
    }
    unsafe slots[Self.slot(of: word)] = (word.0, word.1, word.2, signs)
    return signs
  }

  /// Below `slotCount`; `csieve_slot`.
  @inline(__always)
  private static func slot(of word: Word) -> Int {
    let mixed = word.0 ^ word.1 &* 0xC2B2_AE3D_27D4_EB4F ^ word.2 &* 0x1656_67B1_9E37_79F9
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 52)
  }

  /// The word that ends at `end`, where a letter is in it and what stands before it is ASCII; without signs for
  /// others.
  @inline(__always)
  private static func word(
    endingAt end: Int, in text: Span<UInt8>, _ outline: Outline
  ) -> Word {
    let length = (~outline.keys(before: end)).leadingZeroBitCount
    guard length > 0, length <= longestInBytes, end >= longestInBytes + 3 else {
      return (0, 0, 0, 0)
    }
    if !WordShape.isLetter(text[end - 1]) {
      let letters = outline.words(before: end) & ~outline.digits(before: end)
      guard letters &>> UInt64(64 - length) != 0 else { return (0, 0, 0, 0) }
    }
    let before = text[end - length - 1]
    guard before < 0x80 else { return (0, 0, 0, 0) }
    let signs = before == 0x20 ? taken | blankBefore : taken
    let last = text.word(before: end)
    if length <= 8 { return (last &>> UInt64(64 - 8 * length), 0, 0, signs) }
    let middle = text.word(before: end - 8)
    if length <= 16 { return (last, middle &>> UInt64(128 - 8 * length), 0, signs) }
    let first = text.word(before: end - 16)
    return (last, middle, first &>> UInt64(192 - 8 * length), signs)
  }
}
