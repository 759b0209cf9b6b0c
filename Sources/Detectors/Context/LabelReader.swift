/// Finds the words that stand before a value, in its line.
///
/// A label counts as a whole word only: an ASCII key between characters that are neither letters nor
/// digits (`cid` is not in `acid`), a Chinese term at the end of the Chinese run before the value
/// (联系电话 in 我的联系电话是), with the blanks, colons, quotes and copulas between them skipped.
struct LabelReader {
  private let terms: ContextTerms

  /// How far before the value a word may stand: 30 Chinese characters.
  private static let reachInBytes = 90

  init(_ terms: ContextTerms) { self.terms = terms }

  /// The label of the value that starts at `start`.
  ///
  /// Cost: a microsecond; it is read only for what pattern and checks have accepted.
  func label(in text: Span<UInt8>, before start: Int) -> Label {
    var floor = max(0, start - Self.reachInBytes)
    var i = start
    while i > floor {
      if text[i - 1] == 0x0A || text[i - 1] == 0x0D { floor = i }
      i -= 1
    }
    while floor < start, text[floor] & 0xC0 == 0x80 { floor += 1 }
    var label = Label()
    let end = skipSeparators(text, floor, start)
    label.direct = word(in: text, floor, endingAt: end)
    label.near = termsNear(in: text, floor, end)
    return label
  }

  /// The offset after the last character of the label: blanks, punctuation and copulas before
  /// `start` are passed over.
  private func skipSeparators(_ text: Span<UInt8>, _ floor: Int, _ start: Int) -> Int {
    var end = start
    while end > floor {
      let byte = text[end - 1]
      if byte < 0x80 {
        guard !Self.isWord(byte) else { break }
        // A sentence or field that ended before the value has no label for it.
        guard byte != 0x3B, byte != 0x2C || end == start else { break }
        end -= 1
        continue
      }
      guard end - 3 >= floor else { break }
      let width = 3
      let (a, b, c) = (text[end - 3], text[end - 2], text[end - 1])
      if Self.isSkippedCharacter(a, b, c) { end -= width } else { break }
    }
    return end
  }

  /// `：` `＝` `“` `”` `「` `（` `【` 是 为 為 and blanks: between a label and its value.
  private static func isSkippedCharacter(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9D), (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89),
      (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x90),
      (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x80), (0xE6, 0x98, 0xAF), (0xE4, 0xB8, 0xBA),
      (0xE7, 0x82, 0xBA):
      true
    default: false
    }
  }

  /// The term that is the whole word ending at `end`, or the end of it.
  private func word(in text: Span<UInt8>, _ floor: Int, endingAt end: Int) -> Int? {
    guard end > floor else { return nil }
    if text[end - 1] < 0x80 {
      var start = end
      while start > floor, Self.isWord(text[start - 1]) { start -= 1 }
      return NameReader.term(in: terms, text, start..<end)
    }
    return longestTerm(in: text, floor, endingAt: end)
  }

  /// The longest Chinese term that ends at `end`.
  private func longestTerm(in text: Span<UInt8>, _ floor: Int, endingAt end: Int) -> Int? {
    var start = max(floor, end - terms.longestInBytes)
    while start < end {
      if text[start] & 0xC0 != 0x80,
        let term = terms.term(withHash: TermHash.of(text, start..<end))
      {
        return term
      }
      start += 1
    }
    return nil
  }

  /// Terms anywhere in the reach, nearest first.
  private func termsNear(in text: Span<UInt8>, _ floor: Int, _ limit: Int) -> [Int] {
    var found: [Int] = []
    var end = limit
    while end > floor, found.count < 4 {
      if text[end - 1] < 0x80 {
        guard Self.isWord(text[end - 1]) else {
          end -= 1
          continue
        }
        var start = end
        while start > floor, Self.isWord(text[start - 1]) { start -= 1 }
        if let term = NameReader.term(in: terms, text, start..<end) { found.append(term) }
        end = start
      } else {
        var start = end - 1
        while start > floor, text[start] & 0xC0 == 0x80 { start -= 1 }
        if let term = longestTerm(in: text, floor, endingAt: end) { found.append(term) }
        end = start
      }
    }
    return found
  }

  /// Letters, digits, `_` and `-`: the characters of a key.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }
}
