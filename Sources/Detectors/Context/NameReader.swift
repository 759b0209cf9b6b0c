/// Reads names written in ASCII (keys, columns) as words: `userPhone2`, `USER_PHONE`, `user-phone`;
/// and Chinese names, whose every character may begin a word.
enum NameReader {
  /// The terms that a name may mean: the whole name and its tails of whole words, the longest first
  /// (`contact_phone` is a phone, `phone_type` and `email_verified` are none). Digits and a
  /// numbering at the end are passed over.
  ///
  /// Cost: a hash step per byte and a look-up per word.
  static func terms(
    in terms: ContextTerms, _ name: Span<UInt8>, _ range: Range<Int>
  ) -> TermTail {
    let found = singularTerms(in: terms, name, range)
    guard found.isEmpty, let end = singularEnd(name, range) else { return found }
    return singularTerms(in: terms, name, range.lowerBound..<end)
  }

  /// The end of a name of many things without its plural: `orderNos`, `phone_list`; nil for others.
  private static func singularEnd(_ name: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let end = range.upperBound
    guard range.count > 2 else { return nil }
    if name[end - 1] | 0x20 == 0x73 { return end - 1 }
    guard range.count > 4, name[end - 1] | 0x20 == 0x74, name[end - 2] | 0x20 == 0x73,
      name[end - 3] | 0x20 == 0x69, name[end - 4] | 0x20 == 0x6C
    else { return nil }
    return end - 4
  }

  private static func singularTerms(
    in terms: ContextTerms, _ name: Span<UInt8>, _ range: Range<Int>
  ) -> TermTail {
    let end = trimmedEnd(name, range.lowerBound, range.upperBound)
    if end < range.upperBound, isDigit(name[range.upperBound - 1]) {
      // `md5` and `ean13` are words, the digit of `phone1` is a numbering.
      let numbered = tails(in: terms, name, range, endingAt: range.upperBound)
      if !numbered.isEmpty { return numbered }
    }
    return tails(in: terms, name, range, endingAt: end)
  }

  private static func tails(
    in terms: ContextTerms, _ name: Span<UInt8>, _ range: Range<Int>, endingAt end: Int
  ) -> TermTail {
    var found = TermTail()
    var hash = TermHash.seed
    var i = end
    while i > range.lowerBound {
      i -= 1
      // What joins words counts for nothing and begins none.
      guard let byte = ContextTerms.normal(name[i]) else { continue }
      hash = TermHash.adding(byte, to: hash)
      if isWordStart(name, i, range.lowerBound, end), let term = terms.term(withHash: hash) {
        found.push(term)
        found.coversName = i == range.lowerBound
      }
      guard terms.mayGoOn(hash) else { break }
    }
    return found
  }

  /// Whether some run of whole words in the name is a strong term of `kind`.
  static func contains(kind: Int, in terms: ContextTerms, _ name: Span<UInt8>) -> Bool {
    var end = name.count
    while end > 0 {
      let trimmed = trimmedEnd(name, 0, end)
      var hash = TermHash.seed
      var lastStart = 0
      var i = trimmed
      while i > 0 {
        i -= 1
        if let byte = ContextTerms.normal(name[i]) { hash = TermHash.adding(byte, to: hash) }
        guard isWordStart(name, i, 0, trimmed) else { continue }
        lastStart = max(lastStart, i)
        if let term = terms.term(withHash: hash),
          terms.entries(ofTerm: term).contains(where: { Int($0.kind) == kind && $0.isStrong })
        {
          return true
        }
      }
      end = min(lastStart, end - 1)
    }
    return false
  }

  /// `end` without the numbering and joining characters before it.
  private static func trimmedEnd(_ name: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, isNumbering(name[end - 1]) { end -= 1 }
    return end
  }

  /// Whether a word of the name `first..<end` begins at `i`.
  private static func isWordStart(_ name: Span<UInt8>, _ i: Int, _ first: Int, _ end: Int) -> Bool {
    let here = name[i]
    if isJoint(here) || here & 0xC0 == 0x80 { return false }
    guard i > first else { return true }
    let before = name[i - 1]
    if isJoint(before) || here >= 0x80 || before >= 0x80 { return true }
    if isUpper(here), isLower(before) || isDigit(before) { return true }
    // `IDCard`: the last capital of a run belongs to the next word.
    return isUpper(here) && isUpper(before) && i + 1 < end && isLower(name[i + 1])
  }

  private static func isNumbering(_ byte: UInt8) -> Bool { isDigit(byte) || isJoint(byte) }
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte == 0x2D || byte == 0x20 || byte == 0x2E
  }
  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
}
