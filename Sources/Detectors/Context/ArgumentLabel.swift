/// Labels that stand beside a value as arguments of a call.
enum ArgumentLabel {
  private static let longestInBytes = 48

  /// The end of the quoted key before a comma that is the first argument of a call or the first element
  /// of a list: `put("phone", "`, `["phone", "`; nil where there is none.
  ///
  /// - Parameter comma: offset of the comma.
  static func end(_ text: Span<UInt8>, _ floor: Int, comma: Int) -> Int? {
    let low = max(floor, comma - longestInBytes)
    let close = comma - 1
    guard close > low, isQuote(text[close]) else { return nil }
    var i = close
    while i > low, text[i - 1] >= 0x80 || LabelReader.isWord(text[i - 1]) { i -= 1 }
    guard i > low + 1, i < close, text[i - 1] == text[close] else { return nil }
    return text[i - 2] == 0x28 || text[i - 2] == 0x5B ? close : nil
  }

  /// The name in the second argument of an assertion whose first is the value at `start`:
  /// `assertEquals("138…", user.getPhone())`; nil where the value is none of an assertion's.
  static func actual(_ text: Span<UInt8>, _ floor: Int, _ start: Int) -> Range<Int>? {
    guard start - 2 > floor, isQuote(text[start - 1]), text[start - 2] == 0x28,
      isAssertion(text, floor, start - 2)
    else { return nil }
    let quote = text[start - 1]
    let limit = min(text.count, start + longestInBytes)
    var i = start
    while i < limit, text[i] != quote, text[i] >= 0x20 { i += 1 }
    guard i + 1 < limit, text[i] == quote, text[i + 1] == 0x2C else { return nil }
    i += 2
    while i < text.count, text[i] == 0x20 { i += 1 }
    let first = i
    var name = i
    while i < text.count, i - first < longestInBytes {
      if text[i] == 0x2E { name = i + 1 } else if !LabelReader.isWord(text[i]) { break }
      i += 1
    }
    return i > name ? name..<i : nil
  }

  /// Whether the word before the bracket at `end` holds `assert`, `expect` or `equal`.
  private static func isAssertion(_ text: Span<UInt8>, _ floor: Int, _ end: Int) -> Bool {
    var i = end
    while i > floor, LabelReader.isWord(text[i - 1]) { i -= 1 }
    guard end - i >= 5 else { return false }
    for at in i..<end - 4 {
      for word in words where at + word.count <= end {
        if (0..<word.count).allSatisfy({ text[at + $0] | 0x20 == word[$0] }) { return true }
      }
    }
    return false
  }

  private static let words = ["assert", "expect", "equal"].map { Array($0.utf8) }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
}
