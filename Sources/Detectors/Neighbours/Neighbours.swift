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
    if Self.isFraction(text, range.upperBound) { return .fraction }
    if Self.isSize(digits) { return .size }
    let row = FigureRow(text, around: range)
    if row.calculatedCount > 0 || row.oddCount > 1 { return .row }
    if row.adjacentCount > 1, Self.hasBlank(text, range) { return .row }
    if Self.isRound(digits) { return .round }
    if Self.isStrokes(digits) { return .strokes }
    return Self.isWordOfAddress(text, range.lowerBound) ? .address : nil
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
    guard i + 1 < text.count else { return false }
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
      var next = i + 1
      while next < text.count, text[next] &- 0x30 <= 9, next - i < 24 { next += 1 }
      return next - i > 12
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

  private static func hasBlank(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where text[i] == 0x20 { return true }
    return false
  }

  /// Behind a word and `_`, in a run of characters with `://` before it.
  private static func isWordOfAddress(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start > 1, text[start - 1] == 0x5F, isWord(text[start - 2]) else { return false }
    var i = start - 1
    let floor = max(2, start - 96)
    while i > floor, text[i] > 0x20, text[i] < 0x7F, text[i] != 0x22 {
      if text[i] == 0x2F, text[i - 1] == 0x2F, text[i - 2] == 0x3A { return true }
      i -= 1
    }
    return false
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
