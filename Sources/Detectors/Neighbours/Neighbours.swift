/// Looks at what stands beside a number that has no label.
///
/// Everything is within 96 bytes of the number, less than the context that a piece of a text is given
/// on either side, so that an answer does not depend on where a text was cut.
struct Neighbours: Sendable {
  private let units: UnitTerms

  init(_ tables: FactTables) { units = UnitTerms(tables) }

  /// The weightiest neighbour of the number at `range`, or nil.
  ///
  /// - Parameter digits: its canonical form.
  /// - Complexity: some 200 ns.
  func weightiest(
    of range: Range<Int>, in text: Span<UInt8>, digits: Span<UInt8>
  ) -> Neighbour? {
    if Self.hasOperator(text, range) { return .operator }
    if units.follow(range.upperBound, in: text) || Self.followsCurrency(text, range.lowerBound) {
      return .unit
    }
    if Self.isEscape(text, range) { return .escape }
    if Self.isFraction(text, range.upperBound) { return .fraction }
    if Self.isSize(digits) { return .size }
    let row = FigureRow(text, around: range)
    if row.calculatedCount > 0 || row.oddCount > 1 { return .row }
    if row.adjacentCount > 0, Self.isGroupedByBlanks(text, range, atLeast: row.adjacentCount) {
      return .row
    }
    if Self.isRound(digits) { return .round }
    if Self.isStrokes(digits), Self.endsLine(text, range) { return .strokes }
    if Self.isOctal(digits) { return .octal }
    if Self.isArgument(text, range) { return .argument }
    if Self.isDocument(text, range) { return .document }
    if Self.isMailbox(text, range.upperBound) { return .mailbox }
    return nil
  }

  // MARK: - Operators

  private static func hasOperator(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let (left, right) = (range.lowerBound, range.upperBound)
    // `**13812345678**` is emphasis.
    if left > 0, text[left - 1] == 0x2A, right < text.count, text[right] == 0x2A { return false }
    return isOperator(text, behind: right) || isOperator(text, before: left)
  }

  private static func isOperator(_ text: Span<UInt8>, behind end: Int) -> Bool {
    var i = end
    if i < text.count, text[i] == 0x20 { i += 1 }
    guard i + 1 < text.count else { return i < text.count && text[i] == 0x25 }
    switch (text[i], text[i + 1]) {
    case (0x2A, _), (0x5E, _):
      // `*x`, `**2`, `* (`; not the list sign and the footnote: `13812345678*`.
      var next = i + 1
      if text[next] == 0x2A { next += 1 }
      if next < text.count, text[next] == 0x20 { next += 1 }
      return next < text.count && (isWord(text[next]) || text[next] == 0x28)
    case (0x25, let next):
      // A percent sign before two hexadecimal digits is an escape of an address of the Web.
      return !(isHexadecimal(next) && i + 2 < text.count && isHexadecimal(text[i + 2]))
    case (0x3D, 0x3D), (0x21, 0x3D), (0x3C, 0x3C): return true
    case (0x2F, _):
      // A quotient: `66666666667/200000000000`.
      var next = i + 1
      while next < text.count, text[next] &- 0x30 <= 9, next - i < 24 { next += 1 }
      return isOperand(text, i + 1..<next)
    default: return false
    }
  }

  private static func isOperator(_ text: Span<UInt8>, before start: Int) -> Bool {
    var i = start
    if i > 0, text[i - 1] == 0x20 { i -= 1 }
    guard i > 1 else { return false }
    switch (text[i - 2], text[i - 1]) {
    case (0x3D, 0x3D), (0x21, 0x3D), (0x3C, 0x3D), (0x3E, 0x3D), (0x3C, 0x3C): return true
    case (let before, 0x2A):
      // `2*138…`, `x ** 138…`
      return isWord(before) || before == 0x29 || before == 0x2A
        || before == 0x20 && i > 2 && (isWord(text[i - 3]) || text[i - 3] == 0x29)
    case (_, 0x2F) where i == start:
      var first = i - 1
      while first > 0, text[first - 1] &- 0x30 <= 9, i - first < 24 { first -= 1 }
      return isOperand(text, first..<i - 1)
    case (_, 0x2D) where i == start:
      // A sign of its own, behind an opening bracket, a comma or an operator.
      var before = i - 1
      while before > 0, i - before < 8, text[before - 1] == 0x20 { before -= 1 }
      guard before > 0 else { return false }
      switch text[before - 1] {
      case 0x28, 0x5B, 0x2C, 0x3D, 0x2A, 0x3C: return true
      default: return false
      }
    default: return false
    }
  }

  /// Digits before or after a slash that no telephone number has, which people join by slashes.
  private static func isOperand(_ text: Span<UInt8>, _ digits: Range<Int>) -> Bool {
    switch (digits.count, digits.count > 0 ? text[digits.lowerBound] : 0) {
    case (9, _), (13..., _): text[digits.lowerBound] != 0x30 && text[digits.lowerBound] != 0x38
    // 400 and 800 begin service numbers.
    case (10, let first): first != 0x30 && first != 0x34 && first != 0x38
    default: Figure.isOdd(text, digits.lowerBound, digits.count)
    }
  }

  // MARK: - What is directly beside

  /// `$`, `¥`, `￥`, `€`, `£`.
  private static func followsCurrency(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var i = start
    if i > 0, text[i - 1] == 0x20 { i -= 1 }
    guard i > 0 else { return false }
    if text[i - 1] == 0x24 { return true }
    guard i > 1 else { return false }
    if text[i - 2] == 0xC2 { return text[i - 1] == 0xA5 || text[i - 1] == 0xA3 }
    guard i > 2 else { return false }
    return text[i - 3] == 0xEF && text[i - 2] == 0xBF && text[i - 1] == 0xA5
      || text[i - 3] == 0xE2 && text[i - 2] == 0x82 && text[i - 1] == 0xAC
  }

  private static func isFraction(_ text: Span<UInt8>, _ end: Int) -> Bool {
    end < text.count && text[end] == 0x2E && Figure.isLiteralEnd(text, end + 1)
  }

  /// Groups of digits joined by blanks, as figures in a row are. Beside one figure only where the
  /// first group has four digits, as few people write.
  private static func isGroupedByBlanks(
    _ text: Span<UInt8>, _ range: Range<Int>, atLeast figureCount: Int
  ) -> Bool {
    for i in range where text[i] == 0x20 {
      return figureCount > 1 || i - range.lowerBound > 3
    }
    return false
  }

  /// `name(138…)` or `name([138…` without quotes, in a line with ` = `, `==`, `assert` or `return`
  /// before it.
  private static func isArgument(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    let reach = max(0, i - 48)
    while i > reach, text[i - 1] == 0x2C || text[i - 1] == 0x20 || text[i - 1] &- 0x30 <= 9 {
      i -= 1
    }
    if i > 0, text[i - 1] == 0x5B { i -= 1 }
    guard i > 1, text[i - 1] == 0x28, isWord(text[i - 2]) || text[i - 2] == 0x5F,
      range.upperBound < text.count,
      text[range.upperBound] == 0x29 || text[range.upperBound] == 0x2C
    else { return false }
    let floor = max(0, i - 96)
    while i > floor, text[i - 1] != 0x0A {
      i -= 1
      switch text[i] {
      case 0x3D: if text[i + 1] == 0x20 || text[i + 1] == 0x3D { return true }
      case 0x61: if starts(with: [0x61, 0x73, 0x73, 0x65, 0x72, 0x74], text, at: i) { return true }
      case 0x72: if starts(with: [0x72, 0x65, 0x74, 0x75, 0x72, 0x6E], text, at: i) { return true }
      default: break
      }
    }
    return false
  }

  /// In an address of the Web, joined by `_` to a word or followed by the ending of a document.
  private static func isDocument(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard
      isDocumentEnding(text, range.upperBound)
        || range.lowerBound > 1
          && text[range.lowerBound - 1] == 0x5F && isWord(text[range.lowerBound - 2])
    else { return false }
    var i = range.lowerBound
    let floor = max(2, i - 96)
    while i > floor, text[i - 1] > 0x20, text[i - 1] < 0x7F, text[i - 1] != 0x22 {
      i -= 1
      if text[i] == 0x2F, text[i - 1] == 0x2F, text[i - 2] == 0x3A { return true }
    }
    return false
  }

  /// `.htm…`, `.pdf`, `.shtml`.
  private static func isDocumentEnding(_ text: Span<UInt8>, _ end: Int) -> Bool {
    guard end + 3 < text.count, text[end] == 0x2E else { return false }
    switch (text[end + 1] | 0x20, text[end + 2] | 0x20, text[end + 3] | 0x20) {
    case (0x68, 0x74, 0x6D), (0x70, 0x64, 0x66), (0x73, 0x68, 0x74): return true
    default: return false
    }
  }

  /// `\o{`, `\x{`, `\N{`: before the digits of a character; perlre(1), "Escape sequences".
  private static func isEscape(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard start > 2, range.upperBound < text.count, text[range.upperBound] == 0x7D else {
      return false
    }
    return text[start - 1] == 0x7B && isWord(text[start - 2]) && text[start - 3] == 0x5C
  }

  /// ` at ` and a domain: letters, digits and hyphens, a full stop, a letter.
  private static func isMailbox(_ text: Span<UInt8>, _ end: Int) -> Bool {
    guard end + 6 < text.count, text[end] == 0x20, text[end + 1] == 0x61, text[end + 2] == 0x74,
      text[end + 3] == 0x20
    else { return false }
    var i = end + 4
    while i < text.count, i - end < 64, isWord(text[i]) || text[i] == 0x2D { i += 1 }
    return i > end + 4 && i + 1 < text.count && text[i] == 0x2E && text[i + 1] | 0x20 >= 0x61
      && text[i + 1] | 0x20 <= 0x7A
  }

  private static func starts(
    with word: [6 of UInt8], _ text: Span<UInt8>, at start: Int
  ) -> Bool {
    guard start + 6 <= text.count else { return false }
    for k in 0..<6 where word[k] != text[start + k] { return false }
    return true
  }

  // MARK: - The number itself

  private static func isSize(_ digits: Span<UInt8>) -> Bool {
    var number: UInt64 = 0
    guard digits.count < 20 else { return false }
    for i in 0..<digits.count {
      guard digits[i] &- 0x30 <= 9 else { return false }
      number = number * 10 + UInt64(digits[i] &- 0x30)
    }
    return number > 0 && number & 0xFFFF == 0
  }

  private static func isRound(_ digits: Span<UInt8>) -> Bool {
    guard digits.count > 5 else { return false }
    for i in digits.count - 5..<digits.count where digits[i] != 0x30 { return false }
    return true
  }

  private static func isOctal(_ digits: Span<UInt8>) -> Bool {
    guard digits.count > 9, digits[0] == 0x30 else { return false }
    for i in digits.count - 8..<digits.count where digits[i] != digits[digits.count - 9] {
      return false
    }
    return true
  }

  /// Whether a blank stands before the number and nothing behind it.
  private static func endsLine(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, text[range.lowerBound - 1] <= 0x20 else { return false }
    return range.upperBound == text.count || text[range.upperBound] <= 0x0D
  }

  private static func isStrokes(_ digits: Span<UInt8>) -> Bool {
    for i in 0..<digits.count where digits[i] &- 0x31 > 4 { return false }
    return true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 26
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 6
  }
}
