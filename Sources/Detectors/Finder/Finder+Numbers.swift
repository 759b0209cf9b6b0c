import Sieve

/// Numbers are told from the outline of their digits.
extension Finder {
  func tryNumbers(_ text: Span<UInt8>, _ column: ColumnContext?) {
    let (places, outline) = (MarkList.numbers(marks), outline)
    let (hasLabelled, hasGroups) = (
      hasLabelled, !hexForms.isEmpty || !quadForms.isEmpty || !pairForms.isEmpty
    )
    let (readsWords, readsLeads) = (words.readsWords, !words.leads.isEmpty)
    let (readsApart, hasStars) = (words.mostLettersApart > 0, marks.hasStars)
    let readsMoments = column == nil && !hasStars && passesMoments
    var momentEnd = 0
    for i in 0..<places.count {
      let digit = places[i]
      if digit < momentEnd { continue }
      let before: UInt8 = digit > 0 ? text[digit - 1] : 0
      // 1a２: a word is told from its first digit.
      if text[digit] >= 0x80, Self.followsDigit(text, lettersBefore: digit) { continue }
      if !Self.continuesWord(text, before, at: digit) {
        if hasLabelled { tryLabelled(text, at: digit, column) }
        // Behind `f` or `:` a number may be part of groups of hexadecimal digits.
        if hasGroups, digit >= groupsEnd, Self.joinsGroups(before) {
          tryHexGroups(text, around: digit, column)
        }
      }
      if digit > 0 {
        if WordShape.isLetter(before) {
          if readsWords { tryWord(text, ofDigit: digit, column) }
          continue
        }
        if before >= 0x80 {
          if readsWords, digit > 2, text[digit - 3] == 0xEF {
            tryWord(text, ofDigit: digit, column)
          } else if readsLeads {
            tryLeads(text, before: digit, column)
          }
          if readsApart { tryWord(text, apartFrom: digit, column) }
        } else if readsWords, before == 0x20 || before == 0x2D || before == 0x2E {
          if readsLeads, WordForms.mayLeadBehindSeparator(text, before: digit) {
            tryLeads(text, before: digit, column)
          }
          if readsApart, digit > 1, WordShape.isLetter(text[digit - 2]) || text[digit - 2] >= 0x80 {
            tryWord(text, apartFrom: digit, column)
          }
        }
        // After a decimal point: `3.138`, `=.138`; not after `Tel.`.
        if before == 0x2E, digit < 2 || !Self.endsWord(text[digit - 2]) { continue }
      }
      if hasStars, Self.isStarred(text, digit) { tryConcealedNumber(text, at: digit, column) }
      if readsMoments, TimeStamp.mayBegin(outline, at: digit),
        let end = TimeStamp.end(text, outline, at: digit),
        !mayHaveContext(text, before: digit)
      {
        momentEnd = end
      }
      let shape = NumberShape(text, outline, at: digit)
      // Behind `ip:` the colon has been looked at, and the groups that full stops join have not.
      if hasGroups, digit >= groupsEnd || shape.joint == 0x2E || shape.needsFolding,
        Self.mayBeginGroups(shape)
      {
        tryGroups(text, at: digit, shape, column)
      }
      if shape.beginsWord, readsWords { tryWord(text, beginningAt: digit, column) }
      if shape.follower != 0 {
        for entry in numbers.followed where entry.gate.admits(shape) {
          if entry.needsLabel, column == nil, !mayHaveContext(text, before: digit) { continue }
          tryGate(entry, text, digit, shape, column)
        }
      }
      // A fraction: 0.80375857780.
      if shape.joint == 0x2E, shape.firstDigit == 0, shape.lengths & 0b10 != 0 { continue }
      guard numbers.admits(shape) else { continue }
      let takesLabelled = column != nil || mayHaveContext(text, before: digit)
      guard takesLabelled || numbers.admitsWithoutLabel(shape) else { continue }
      tryGates(text, digit, shape, column, takesLabelled)
    }
  }

  /// Tries the entries that admit the number at `digit`.
  private func tryGates(
    _ text: Span<UInt8>, _ digit: Int, _ shape: NumberShape, _ column: ColumnContext?,
    _ takesLabelled: Bool
  ) {
    let before = digit > 0 ? text[digit - 1] : 0
    let mayOpen = numbers.mayOpen(text, at: digit)
    for word in 0..<numbers.wordCount {
      var bits = numbers.candidates(
        word, shape, mayOpen: mayOpen, withLabel: takesLabelled, behind: before)
      if let groups, !shape.needsFolding {
        bits &= groups.candidates(word, digits: shape.lengths.trailingZeroBitCount)
      }
      while bits != 0 {
        let entry = numbers.entries[word << 6 | bits.trailingZeroBitCount]
        bits &= bits &- 1
        guard entry.gate.admits(behind: before), entry.gate.admits(shape) else { continue }
        tryGate(entry, text, digit, shape, column)
      }
    }
  }

  private func tryGate(
    _ entry: NumberForms.Entry, _ text: Span<UInt8>, _ digit: Int, _ shape: NumberShape,
    _ column: ColumnContext?
  ) {
    var start = Self.signStart(text, before: digit)
    while start < digit, !attempt(entry.form, text, at: start, column, folds: true) {
      start += text[start] >= 0xE0 ? 3 : 1
    }
    if start == digit {
      let folds = shape.needsFolding || entry.gate.readsOn
      _ = attempt(entry.form, text, at: digit, column, folds: folds)
    }
  }

  /// Whether another number stands one character before this one: 2026-11, 12:34, 0.25, f18a7. What both
  /// are part of is told from the first.
  @inline(__always)
  private static func continuesWord(
    _ text: Span<UInt8>, _ before: UInt8, at digit: Int
  ) -> Bool {
    guard digit > 1, text[digit - 2] &- 0x30 <= 9 else { return false }
    switch before {
    case 0x2D, 0x2E, 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A: return true
    default: return false
    }
  }

  /// Whether only ASCII letters, at least one, stand between this number and another one.
  @inline(__always)
  private static func followsDigit(_ text: Span<UInt8>, lettersBefore digit: Int) -> Bool {
    var i = digit
    while i > 0, WordShape.isLetter(text[i - 1]) { i -= 1 }
    return i < digit && i > 0 && text[i - 1] &- 0x30 <= 9
  }

  /// Whether a star stands where masks have one: before the digits, or behind three or six of them.
  @inline(__always)
  private static func isStarred(_ text: Span<UInt8>, _ digit: Int) -> Bool {
    if digit + 6 < text.count, text[digit + 3] == 0x2A || text[digit + 6] == 0x2A { return true }
    return digit > 3 && text[digit - 1] == 0x2A && text[digit - 2] == 0x2A
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  /// Where a `+` or an opening bracket, or two of them, before the digit begin, else the digit itself. A
  /// blank may stand behind the `+`.
  private static func signStart(_ text: Span<UInt8>, before digit: Int) -> Int {
    var start = digit
    let sign = start - blankWidth(text, before: start)
    if sign < start, sign > 0, text[sign - 1] == 0x2B || text[sign - 1] == 0x8B { start = sign }
    for _ in 0..<2 {
      if start > 0, text[start - 1] == 0x2B || text[start - 1] == 0x28 {
        start -= 1
      } else if start > 2, text[start - 3] == 0xEF, text[start - 2] == 0xBC,
        text[start - 1] == 0x8B || text[start - 1] == 0x88
      {
        start -= 3
      }
    }
    // A blank behind no sign.
    return start == sign ? digit : start
  }

  /// The width of a blank of either width that ends before `i`, 0 where there is none.
  private static func blankWidth(_ text: Span<UInt8>, before i: Int) -> Int {
    if i > 0, text[i - 1] == 0x20 { return 1 }
    if i > 2, text[i - 3] == 0xE3, text[i - 2] == 0x80, text[i - 1] == 0x80 { return 3 }
    return 0
  }
}
