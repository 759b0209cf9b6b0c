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

  /// How far before the value the label of a list may stand of which the value is an element.
  private static let listReachInBytes = 400
  /// A digest of 32 bytes has 43 characters in base64.
  private static let longestKeyInBytes = 42
  /// Shorter numbers stand beside one another for other reasons.
  private static let fewestListDigits = 7

  /// The label of the value that starts at `start`.
  ///
  /// Cost: some 100 ns; it is read only for what a pattern has accepted.
  func label(in text: Span<UInt8>, before start: Int) -> Label {
    guard start > 0 else { return Label() }
    let first = Self.listStart(text, before: start)
    let floor = Self.floor(text, first)
    let end = skipSeparators(text, floor, first)
    var label = Label(end: end, floor: floor)
    var wordStart: Int
    if let actual = ArgumentLabel.actual(text, floor, first) {
      label.direct = word(in: text, actual.lowerBound, endingAt: actual.upperBound).terms
      return label
    }
    (label.direct, wordStart) = word(in: text, floor, endingAt: end)
    var last = label.direct
    // `order id is`: two words that say nothing are passed over, not more.
    for _ in 0..<2 where wordStart > floor && yields(last) {
      let parentEnd = skipSeparators(text, floor, wordStart)
      (last, wordStart) = word(in: text, floor, endingAt: parentEnd)
      if !last.isEmpty { label.parent = last }
    }
    return label
  }

  /// Whether a word says no more than that a number follows: `no`, `value`, 编号.
  private func yields(_ tail: TermTail) -> Bool {
    tail.count > 0 && tail.coversName && terms.yieldsToParent(tail[0])
  }

  /// Where the line of `start`, or the reach before it, begins.
  private static func floor(_ text: Span<UInt8>, _ start: Int) -> Int {
    var floor = start
    let limit = max(0, start - reachInBytes)
    while floor - 8 >= limit, !LineBreaks.mayBeAmong(text.word(before: floor)) { floor -= 8 }
    while floor > limit, text[floor - 1] != 0x0A, text[floor - 1] != 0x0D { floor -= 1 }
    while floor < start, text[floor] & 0xC0 == 0x80 { floor += 1 }
    return floor
  }

  /// Whether a word that says something may stand directly before the value that starts at `start`: false
  /// where `label` would find none, as behind most colons of a Chinese text.
  ///
  /// Cost: some 10 ns.
  func mayFindLabel(in text: Span<UInt8>, before start: Int) -> Bool {
    // `assertEquals("…`: the label stands behind the value.
    guard start > 1, text[start - 2] != 0x28 else { return true }
    let floor = max(0, start - Self.reachInBytes)
    let end = skipSeparators(text, floor, start)
    guard end - 3 > floor else { return true }
    guard text[end - 1] >= 0x80 else { return !isPlainNumber(text, floor, endingAt: end) }
    // ， ； 、: an element of a list.
    switch (text[end - 3], text[end - 2], text[end - 1]) {
    case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xE3, 0x80, 0x81): return true
    default: break
    }
    var hash = TermHash.seed
    var i = end
    while i > floor {
      i -= 1
      if text[i] < 0x80, !Self.isWord(text[i]) { return false }
      guard let byte = ContextTerms.normal(text[i]) else { continue }
      hash = TermHash.adding(byte, to: hash)
      if byte & 0xC0 != 0x80, terms.term(withHash: hash) != nil { return true }
      guard terms.mayGoOn(hash) else { return false }
    }
    return false
  }

  /// Whether the word that ends at `end` is a number with which no term ends, and no character stands before
  /// it that may belong to its word.
  private func isPlainNumber(_ text: Span<UInt8>, _ floor: Int, endingAt end: Int) -> Bool {
    var i = end
    while i > floor, text[i - 1] &- 0x30 <= 9 { i -= 1 }
    guard i < end, i > floor, text[i - 1] < 0x80, !Self.isWord(text[i - 1]) else { return false }
    var hash = TermHash.seed
    for digit in stride(from: end - 1, through: i, by: -1) {
      hash = TermHash.adding(text[digit], to: hash)
      guard terms.mayGoOn(hash), digit > i else { return terms.term(withHash: hash) == nil }
    }
    return false
  }

  /// The start of the first element of the list of which the value at `start` is an element: numbers
  /// of as many digits, with commas, semicolons or 、 between them; `start` outside of lists.
  private static func listStart(_ text: Span<UInt8>, before start: Int) -> Int {
    let limit = max(0, start - listReachInBytes)
    var first = start
    var length = 0
    while true {
      var i = first
      var hasComma = false
      while i > limit {
        let (width, isComma) = listSeparator(text, before: i)
        guard width > 0 else { break }
        hasComma = hasComma || isComma
        i -= width
      }
      guard hasComma, i > limit, text[i - 1] &- 0x30 <= 9 else { return first }
      if length == 0 { length = digitCount(text, from: start) }
      var digits = i
      while digits > limit, text[digits - 1] &- 0x30 <= 9, i - digits <= length { digits -= 1 }
      guard i - digits == length, length >= fewestListDigits else {
        return bracketedStart(text, from: digits, end: i, limit: limit) ?? first
      }
      first = digits
    }
  }

  /// The start of a list in square brackets whose last elements so far are whole numbers, of whatever
  /// length; nil for others.
  private static func bracketedStart(
    _ text: Span<UInt8>, from digits: Int, end: Int, limit: Int
  ) -> Int? {
    var i = digits
    while i > limit {
      if text[i - 1] == 0x5B { return i }
      guard text[i - 1] &- 0x30 <= 9 || listSeparator(text, before: i).width == 1 else {
        return nil
      }
      i -= 1
    }
    return nil
  }

  private static func digitCount(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, end - start < 24, text[end] &- 0x30 <= 9 { end += 1 }
    return end - start
  }

  /// The width of a blank, quote, comma, semicolon or 、 before `end`, 0 for others.
  private static func listSeparator(
    _ text: Span<UInt8>, before end: Int
  ) -> (width: Int, isComma: Bool) {
    switch text[end - 1] {
    case 0x20, 0x22, 0x27: return (1, false)
    case 0x2C, 0x3B: return (1, true)
    case 0x81 where end > 2 && text[end - 3] == 0xE3 && text[end - 2] == 0x80: return (3, true)
    case 0x8C where end > 2 && text[end - 3] == 0xEF && text[end - 2] == 0xBC: return (3, true)
    case 0x9B where end > 2 && text[end - 3] == 0xEF && text[end - 2] == 0xBC: return (3, true)
    default: return (0, false)
    }
  }

  /// The terms directly before the value that starts at `start`: those of `label`, at a fraction of its
  /// cost, since the beginning of the line is not looked for.
  func direct(_ text: Span<UInt8>, before start: Int) -> TermTail {
    let floor = max(0, start - Self.reachInBytes)
    let end = skipSeparators(text, floor, start)
    return word(in: text, floor, endingAt: end).terms
  }

  /// The offset after the last character of the label: blanks, punctuation and copulas before
  /// `start` are passed over.
  private func skipSeparators(_ text: Span<UInt8>, _ floor: Int, _ start: Int) -> Int {
    var end = start
    while end > floor {
      let byte = text[end - 1]
      if byte < 0x80 {
        // No key ends with a hyphen: `order_no -> `.
        guard !Self.isWord(byte) || byte == 0x2D else { break }
        // A sentence or field that ended before the value has no label for it, but for the first
        // argument of a call: `put("phone", "138…")`.
        if byte == 0x2C, end < start {
          guard let key = ArgumentLabel.end(text, floor, comma: end - 1) else { break }
          return key
        }
        // `4WXH+P7W4`: base64.
        guard byte != 0x3B, byte != 0x2B else { break }
        end -= 1
        continue
      }
      guard end - 3 >= floor else { break }
      let width = 3
      let (a, b, c) = (text[end - 3], text[end - 2], text[end - 1])
      guard Self.isSkippedCharacter(a, b, c) || Self.isNumberSign(text, endingAt: end) else {
        break
      }
      end -= width
    }
    return end
  }

  /// Whether 号 or 號 behind a letter ends at `end`: `IDFA号` is `IDFA`.
  static func isNumberSign(_ text: Span<UInt8>, endingAt end: Int) -> Bool {
    guard end > 3, (text[end - 4] | 0x20) &- 0x61 < 26 else { return false }
    switch (text[end - 3], text[end - 2], text[end - 1]) {
    case (0xE5, 0x8F, 0xB7), (0xE8, 0x99, 0x9F): return true
    default: return false
    }
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

  /// The terms with which the word ending at `end` ends, and where it begins: a key of ASCII as a
  /// whole, of Chinese characters the longest term.
  private func word(
    in text: Span<UInt8>, _ floor: Int, endingAt end: Int
  ) -> (terms: TermTail, start: Int) {
    guard end > floor else { return (TermTail(), end) }
    if text[end - 1] < 0x80 {
      var start = end
      while start > floor, Self.isWord(text[start - 1]) { start -= 1 }
      // A digest in base64 may end like a key.
      guard end - start <= Self.longestKeyInBytes else { return (TermTail(), start) }
      var found = NameReader.terms(in: terms, text, start..<end)
      // Passport No, Android ID, gateway IP: words that say little by themselves.
      if found.isEmpty || yields(found) || end - start == 2,
        !standsAlone(text, start..<end)
      {
        let phrase = NameReader.terms(in: terms, text, Self.phraseStart(text, floor, start)..<end)
        if phrase.count > found.count {
          found = phrase
          found.coversName = true
        }
      }
      // 登录IP: a name that begins in Chinese and ends in ASCII.
      if start > floor, text[start - 1] >= 0x80 {
        let longer = chineseTerms(in: text, floor, endingAt: end, beginningBefore: start).terms
        for i in stride(from: longer.count - 1, through: 0, by: -1) {
          found.push(longer[i])
          found.coversName = false
        }
        found.followsChinese = true
      }
      return (found, start)
    }
    return chineseTerms(in: text, floor, endingAt: end, beginningBefore: end)
  }

  /// Whether no word before a key of ASCII makes a longer term of it: what its last bytes and the one before
  /// the blank before it say.
  private func standsAlone(_ text: Span<UInt8>, _ key: Range<Int>) -> Bool {
    guard Self.mayEndPhrase(text, key) else { return true }
    let before = text[key.lowerBound - 2]
    guard Self.isWord(before) else { return true }
    // What numbers a name, and what makes many things of one, is passed over: `id2`, `nos`, `id_list`.
    guard let joined = ContextTerms.normal(before), WordShape.isLetter(text[key.upperBound - 1]),
      ![0x73, 0x74].contains(text[key.upperBound - 1] | 0x20)
    else { return false }
    var hash = TermHash.seed
    for i in key.reversed() {
      if let byte = ContextTerms.normal(text[i]) { hash = TermHash.adding(byte, to: hash) }
    }
    guard terms.mayGoOn(hash) else { return true }
    hash = TermHash.adding(joined, to: hash)
    return !terms.mayGoOn(hash) && terms.term(withHash: hash) == nil
  }

  /// The letters behind which a term of several words may go on that ends with the word that is `text` but for
  /// its first byte and digits that number it: bit *n* for the *n*-th letter.
  func lettersBefore(_ text: Span<UInt8>) -> UInt64 {
    var hash = TermHash.seed
    var isNumbering = true
    for i in (1..<text.count).reversed() {
      guard let byte = ContextTerms.normal(text[i]) else { continue }
      isNumbering = isNumbering && byte &- 0x30 <= 9
      if !isNumbering { hash = TermHash.adding(byte, to: hash) }
    }
    var letters: UInt64 = 0
    for letter in 0..<26 {
      let longer = TermHash.adding(UInt8(0x61 + letter), to: hash)
      if terms.mayGoOn(longer) || terms.term(withHash: longer) != nil { letters |= 1 << letter }
    }
    return letters
  }

  /// `ContextTerms.mayNeighbour`.
  @inline(__always)
  func mayNeighbour(_ byte: UInt8, _ next: UInt8) -> Bool { terms.mayNeighbour(byte, next) }

  var neighbours: ContiguousArray<UInt64> { terms.neighbours }

  /// Whether a word that says nothing by itself may end a label of several: no, num, number, id, code,
  /// card.
  @inline(__always)
  static func mayEndPhrase(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.lowerBound > 1, text[word.lowerBound - 1] == 0x20, word.count < 7, !word.isEmpty
    else { return false }
    switch text[word.lowerBound] | 0x20 {
    case 0x63, 0x69, 0x6E: return true
    default: return false
    }
  }

  /// Where up to three words begin that stand before the one at `start`, each joined to the next by one
  /// blank: Passport No, home return permit no.
  private static func phraseStart(_ text: Span<UInt8>, _ floor: Int, _ start: Int) -> Int {
    var first = start
    for _ in 0..<3 {
      guard first - 2 >= floor, text[first - 1] == 0x20, isWord(text[first - 2]) else { break }
      first -= 1
      while first > floor, isWord(text[first - 1]) { first -= 1 }
    }
    return first
  }

  /// The terms that end at `end`, and begin before `last` with any character, since in a Chinese text
  /// every one may begin a word; and where the longest begins.
  private func chineseTerms(
    in text: Span<UInt8>, _ floor: Int, endingAt end: Int, beginningBefore last: Int
  ) -> (terms: TermTail, start: Int) {
    let limit = max(floor, end - terms.longestInBytes)
    var found = TermTail()
    found.coversName = true
    var start = end
    var hash = TermHash.seed
    var i = end
    while i > limit {
      i -= 1
      let byte = text[i]
      if byte < 0x80, !Self.isWord(byte) { break }
      let normal = ContextTerms.normal(byte)
      if let normal { hash = TermHash.adding(normal, to: hash) }
      if i < last, byte & 0xC0 != 0x80, let term = terms.term(withHash: hash) {
        found.push(term)
        start = i
      }
      guard normal == nil || terms.mayGoOn(hash) else { break }
    }
    return (found, start)
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
        let tail = chineseTerms(
          in: text, label.floor, endingAt: end, beginningBefore: end
        ).terms
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
