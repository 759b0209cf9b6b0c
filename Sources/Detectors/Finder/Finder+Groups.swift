import Sieve

/// Addresses written as groups are told at the marks of their numbers.
extension Finder {
  /// Bytes to either side of a full-width number that are folded to see its groups.
  private static let foldedReachInBytes = 160

  /// Full stop, hyphen, colon, the letters a to f, and the first bytes of their full-width forms and of
  /// dashes: what may join a number to groups.
  @inline(__always)
  static func joinsGroups(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x2E, 0x3A, 0x41...0x46, 0x61...0x66, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  /// Whether groups may begin at a number with this outline: most dates and fractions are refused by the
  /// length of their first group.
  @inline(__always)
  static func mayBeginGroups(_ shape: NumberShape) -> Bool {
    switch shape.joint {
    case 0x3A, 0x41...0x46, 0x61...0x66, 0xC2, 0xE2, 0xEF: true
    case 0x2D: shape.lengths & 0b111 != 0 || shape.needsFolding
    case 0x2E: shape.lengths & 0b11110 != 0
    case 0xE5: shape.follower == 0xE5BAA6
    default: shape.needsFolding
    }
  }

  /// Tries the forms of groups at the number of `shape`.
  func tryGroups(
    _ text: Span<UInt8>, at digit: Int, _ shape: NumberShape, _ column: ColumnContext?
  ) {
    guard !shape.needsFolding else {
      tryFoldedGroups(text, at: digit, column)
      return
    }
    // Four groups have 4 to 12 digits.
    if shape.joint == 0x2E, shape.lengths & 0x1FF0 != 0, !quadForms.isEmpty,
      GroupedNumber.mayBeQuad(text, outline, at: digit), GroupedNumber.isQuad(text, at: digit)
    {
      for form in quadForms where attempt(form, text, at: digit, column, folds: false) { break }
    }
    if !pairForms.isEmpty,
      shape.joint == 0x2E
        ? GroupedNumber.isDecimalPair(text, outline, at: digit)
        : shape.joint >= 0x80 && GroupedNumber.isDegree(text, at: digit)
    {
      for form in pairForms where attempt(form, text, at: digit, column, folds: true) { break }
    }
    if digit >= groupsEnd { tryHexGroups(text, around: digit, column) }
  }

  /// Tries the forms of hexadecimal groups in the token around `digit`, once for all its numbers.
  func tryHexGroups(_ text: Span<UInt8>, around digit: Int, _ column: ColumnContext?) {
    guard !hexForms.isEmpty, text[digit] < 0x80,
      GroupedNumber.mayBeHexGroup(text, outline, at: digit)
    else { return }
    if GroupedNumber.isTime(text, at: digit) {
      groupsEnd = digit + 8
      return
    }
    guard
      let token = GroupedNumber.hexGroups(text, around: digit)
    else { return }
    if token.isWide {
      tryFoldedGroups(text, at: digit, column)
      return
    }
    groupsEnd = token.end
    guard token.isAddressLike else { return }
    for i in token.range where GroupedNumber.isStart(text, i, in: token) {
      for form in hexForms where attempt(form, text, at: i, column, folds: false) { return }
    }
  }

  /// The same where digits or what joins them are full-width: the starts are told in the folded text.
  private func tryFoldedGroups(
    _ text: Span<UInt8>, at digit: Int, _ column: ColumnContext?
  ) {
    var low = max(0, digit - Self.foldedReachInBytes)
    while low > 0, text[low] & 0xC0 == 0x80 { low -= 1 }
    var high = min(text.count, digit + Self.foldedReachInBytes)
    while high < text.count, text[high] & 0xC0 == 0x80 { high += 1 }
    folding.fold(text, low..<high)
    let folded = folding.bytes
    let place = folding.folded(digit)
    starts.removeAll(keepingCapacity: true)
    if GroupedNumber.isQuad(folded.span, at: place) { starts.append(digit) }
    let quads = starts.count
    if !pairForms.isEmpty,
      GroupedNumber.isDecimalPair(folded.span, at: place)
        || GroupedNumber.isDegree(folded.span, at: place)
    {
      starts.append(digit)
    }
    let pairs = starts.count
    if let token = GroupedNumber.hexGroups(folded.span, around: place) {
      groupsEnd = folding.original(token.range.lowerBound..<token.end).upperBound
      if token.isAddressLike {
        for i in token.range where GroupedNumber.isStart(folded.span, i, in: token) {
          starts.append(folding.original(i..<i).lowerBound)
        }
      }
    }
    for (index, start) in starts.enumerated() {
      let forms = index < quads ? quadForms : index < pairs ? pairForms : hexForms
      for form in forms where attempt(form, text, at: start, column, folds: true) {
        if index >= pairs { return }
        break
      }
    }
  }
}
