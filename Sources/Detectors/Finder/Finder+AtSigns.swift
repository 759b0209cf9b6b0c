/// Mail addresses are told from their at-sign, to its left and to its right.
extension Finder {
  /// What may follow an at-sign and belong to the address: a domain has at most 255 characters
  /// (RFC 5321, 4.5.3.1.2).
  private static let domainReachInBytes = 256
  /// The longest local part, and the character before it that a look-behind sees (RFC 5321,
  /// 4.5.3.1.1).
  private static let longestLocalPart = 65

  /// Every letter or digit from which only characters of a local part lead to the at-sign is a
  /// start; the first that matches is taken. Full-width letters count as letters.
  func tryAtSign(_ text: Span<UInt8>, at sign: Int, _ column: ColumnContext?) {
    var floor = sign
    var characterCount = 0
    while characterCount < Self.longestLocalPart {
      let (byte, width) = Self.character(text, before: floor)
      guard width > 0, Self.isLocal(byte) else { break }
      floor -= width
      characterCount += 1
    }
    guard floor < sign else { return }
    let folds =
      text[sign] != 0x40 || sign - floor > characterCount || Self.isDomainWide(text, after: sign)
    for index in mailForms {
      var start = floor
      var isInsideWord = Self.isAlphanumeric(Self.character(text, before: floor).byte)
      while start < sign {
        let (byte, width) = Folding.ascii(text, at: start)
        let isWord = Self.isAlphanumeric(byte)
        let reach = sign - start + Self.domainReachInBytes
        if isWord, !isInsideWord,
          attempt(index, text, at: start, column, folds: folds, reachInBytes: reach)
        {
          break
        }
        isInsideWord = isWord
        start += width
      }
    }
  }

  /// A match cut before the last full stop or hyphen of its domain, nil when no domain would be left:
  /// `zhao@example.cn.xlsx` may be `zhao@example.cn` in the name of a file.
  static func withShorterDomain(_ match: Range<Int>, in subject: Span<UInt8>) -> Range<Int>? {
    var end = match.upperBound - 1
    while end > match.lowerBound, subject[end] != 0x2E, subject[end] != 0x2D, subject[end] != 0x40 {
      end -= 1
    }
    var i = end - 1
    var hasStop = false
    while i > match.lowerBound, subject[i] != 0x40 {
      hasStop = hasStop || subject[i] == 0x2E
      i -= 1
    }
    return hasStop && subject[end] != 0x40 ? match.lowerBound..<end : nil
  }

  /// Whether the first label of the domain, or what joins it to the next, has a full-width character.
  private static func isDomainWide(_ text: Span<UInt8>, after sign: Int) -> Bool {
    var i = sign + (text[sign] == 0x40 ? 1 : 3)
    while i < text.count, i - sign < domainReachInBytes {
      let (byte, width) = Folding.ascii(text, at: i)
      guard isLocal(byte) else { return false }
      if width > 1 { return true }
      i += 1
    }
    return false
  }

  /// The ASCII form of the character that ends before `i` and its width in bytes; width 0 where there
  /// is none.
  private static func character(_ text: Span<UInt8>, before i: Int) -> (byte: UInt8, width: Int) {
    guard i > 0 else { return (0, 0) }
    if text[i - 1] < 0x80 { return (text[i - 1], 1) }
    guard i > 2 else { return (0, 0) }
    let (byte, width) = Folding.ascii(text, at: i - 3)
    return width == 3 ? (byte, 3) : (0, 0)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26
  }

  /// Letters, digits and `. _ % + -`: what stands in local parts that people use (a subset of the
  /// atoms of RFC 5322, 3.2.3), and in domains.
  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x5F, 0x25, 0x2B, 0x2D: true
    default: isAlphanumeric(byte)
    }
  }
}
