/// Reads names written in ASCII (keys, columns) as words: `userPhone2`, `USER_PHONE`, `user-phone`.
enum NameReader {
  /// The term that a name means: the whole name, else its longest tail of whole words
  /// (`contact_phone` is a phone, `phone_type` and `email_verified` are none). Digits and a
  /// numbering at the end are passed over.
  static func term(in terms: ContextTerms, _ name: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let end = trimmedEnd(name, range.lowerBound, range.upperBound)
    guard end > range.lowerBound else { return nil }
    var start = range.lowerBound
    while start < end {
      if let term = terms.term(withHash: hash(name, start..<end)) { return term }
      start = nextWord(name, start, end)
    }
    return nil
  }

  /// Whether some run of whole words in the name is a strong term of `kind`.
  static func contains(kind: Int, in terms: ContextTerms, _ name: Span<UInt8>) -> Bool {
    var start = 0
    while start < name.count {
      var end = start
      while end < name.count {
        end = nextWord(name, end, name.count)
        let trimmed = trimmedEnd(name, start, end)
        if trimmed > start, let term = terms.term(withHash: hash(name, start..<trimmed)),
          terms.entries(ofTerm: term).contains(where: { Int($0.kind) == kind && $0.isStrong })
        {
          return true
        }
      }
      start = nextWord(name, start, name.count)
    }
    return false
  }

  /// `end` without the joining characters before it.
  private static func trimmedEnd(_ name: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, isNumbering(name[end - 1]) { end -= 1 }
    return end
  }

  private static func hash(_ name: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = TermHash.seed
    for i in range {
      guard let byte = ContextTerms.normal(name[i]) else { continue }
      hash = TermHash.adding(byte, to: hash)
    }
    return hash
  }

  /// Where the word after the one at `start` begins.
  private static func nextWord(_ name: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start + 1
    while i < end {
      let (before, here) = (name[i - 1], name[i])
      if before == 0x5F || before == 0x2D || before == 0x20 || before == 0x2E { return i }
      if isUpper(here), isLower(before) || isDigit(before) { return i }
      // `IDCard`: the last capital of a run belongs to the next word.
      if isUpper(here), isUpper(before), i + 1 < end, isLower(name[i + 1]) { return i }
      if before >= 0x80, here < 0x80 || here & 0xC0 != 0x80 { return i }
      i += 1
    }
    return end
  }

  private static func isNumbering(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x5F || byte == 0x2D || byte == 0x20
  }
  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
}
