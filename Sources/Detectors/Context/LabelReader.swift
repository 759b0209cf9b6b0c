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
  /// Cost: some 100 ns; it is read only for what a pattern has accepted.
  func label(in text: Span<UInt8>, before start: Int) -> Label {
    var floor = start
    let limit = max(0, start - Self.reachInBytes)
    while floor > limit, text[floor - 1] != 0x0A, text[floor - 1] != 0x0D { floor -= 1 }
    while floor < start, text[floor] & 0xC0 == 0x80 { floor += 1 }
    let end = skipSeparators(text, floor, start)
    return Label(direct: word(in: text, floor, endingAt: end), end: end, floor: floor)
  }

  /// The terms directly before the value that starts at `start`: those of `label`, at a fraction of its
  /// cost, since the beginning of the line is not looked for.
  func direct(_ text: Span<UInt8>, before start: Int) -> TermTail {
    let floor = max(0, start - Self.reachInBytes)
    let end = skipSeparators(text, floor, start)
    return word(in: text, floor, endingAt: end)
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
  static func isSkippedCharacter(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9D), (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89),
      (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x90),
      (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x80), (0xE6, 0x98, 0xAF), (0xE4, 0xB8, 0xBA),
      (0xE7, 0x82, 0xBA):
      true
    default: false
    }
  }

  /// The terms with which the word ending at `end` ends.
  private func word(in text: Span<UInt8>, _ floor: Int, endingAt end: Int) -> TermTail {
    guard end > floor else { return TermTail() }
    if text[end - 1] < 0x80 {
      var start = end
      while start > floor, Self.isWord(text[start - 1]) { start -= 1 }
      var found = NameReader.terms(in: terms, text, start..<end)
      // 登录IP: a name that begins in Chinese and ends in ASCII.
      if start > floor, text[start - 1] >= 0x80 {
        let longer = chineseTerms(in: text, floor, endingAt: end, beginningBefore: start)
        for i in stride(from: longer.count - 1, through: 0, by: -1) { found.push(longer[i]) }
      }
      return found
    }
    return chineseTerms(in: text, floor, endingAt: end, beginningBefore: end)
  }

  /// The terms that end at `end`, and begin before `last` with any character: in a Chinese text every
  /// one may begin a word.
  private func chineseTerms(
    in text: Span<UInt8>, _ floor: Int, endingAt end: Int, beginningBefore last: Int
  ) -> TermTail {
    let limit = max(floor, end - terms.longestInBytes)
    var found = TermTail()
    var hash = TermHash.seed
    var i = end
    while i > limit {
      i -= 1
      let byte = text[i]
      if byte < 0x80, !Self.isWord(byte) { break }
      if let byte = ContextTerms.normal(byte) { hash = TermHash.adding(byte, to: hash) }
      if i < last, byte & 0xC0 != 0x80, let term = terms.term(withHash: hash) {
        found.push(term)
      }
    }
    return found
  }

  /// Calls `body` with the terms in the reach of a label, nearest first, until it returns true.
  ///
  /// Cost: a microsecond or two.
  func terms(before label: Label, in text: Span<UInt8>, until body: (Int) -> Bool) {
    var end = label.end
    while end > label.floor {
      if text[end - 1] < 0x80 {
        guard Self.isWord(text[end - 1]) else {
          end -= 1
          continue
        }
        var start = end
        while start > label.floor, Self.isWord(text[start - 1]) { start -= 1 }
        let tail = NameReader.terms(in: terms, text, start..<end)
        for i in 0..<tail.count where body(tail[i]) { return }
        end = start
      } else {
        let tail = chineseTerms(in: text, label.floor, endingAt: end, beginningBefore: end)
        for i in 0..<tail.count where body(tail[i]) { return }
        end -= 1
        while end > label.floor, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
    }
  }

  /// Letters, digits, `_` and `-`: the characters of a key.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }
}
