import Findings
import Sieve

/// Data that a label or a column alone tells: numbers of any length, identifiers of any letters.
extension Finder {
  /// The longest run of letters before the first digit of a value.
  private static let reachInBytes = 64

  /// Tries the forms that a label before the run of letters and digits around `digit` speaks for. A run
  /// is told from its first digit; the marks of the others are passed over.
  ///
  /// Cost: some ns for most numbers; a label is read where one may stand.
  func tryLabelled(_ text: Span<UInt8>, at digit: Int, _ column: ColumnContext?) {
    guard digit > 0 || column != nil else { return }
    let outline = outline
    let length = (~outline.keys(before: digit)).leadingZeroBitCount
    if length > 0, outline.digits(before: digit) >> UInt64(64 - length) != 0 { return }
    var start = digit - length
    var isWide = text[digit] >= 0x80
    while start > 0 {
      let byte = text[start - 1]
      if (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x2D {
        start -= 1
      } else if byte &- 0x30 <= 9 {
        return
      } else if byte >= 0x80, start > 2, text[start - 3] == 0xEF {
        let (ascii, width) = Folding.ascii(text, at: start - 3)
        if width == 3, ascii &- 0x30 <= 9 { return }
        guard width == 3, (ascii | 0x20) &- 0x61 < 26 else { break }
        isWide = true
        start -= 3
      } else {
        break
      }
      guard digit - start <= Self.reachInBytes else { return }
    }
    if labelMayStand(text, before: start) {
      tryLabelled(text, from: start, column, folds: isWide)
    }
    // QQ12345678: the label is glued to the number.
    if start < digit, memo.mayEndLabel(at: digit, in: text, outline) {
      tryLabelled(text, from: digit, column, folds: isWide)
    }
  }

  /// Tries the forms that the name of the column speaks for on the whole cell.
  func tryWholeCell(_ text: Span<UInt8>, _ column: ColumnContext) {
    guard !column.labelledForms.isEmpty else { return }
    var start = 0
    while start < text.count, Surroundings.isPadding(text[start]) { start += 1 }
    guard start < text.count else { return }
    for form in column.labelledForms {
      _ = attempt(form, text, at: start, column, folds: true)
    }
  }

  /// Whether letters, `_` and `-` alone begin at `start`.
  func isWordWithoutDigit(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard !ruleSet.labelled.forms.isEmpty, (text[start] | 0x20) &- 0x61 < 26 else { return false }
    var i = start
    while i < text.count, LabelReader.isWord(text[i]) {
      if text[i] &- 0x30 <= 9 { return false }
      i += 1
    }
    return true
  }

  func tryLabelled(
    _ text: Span<UInt8>, from start: Int, _ column: ColumnContext?, folds: Bool
  ) {
    let mask = ruleSet.labelled.mask(of: labels.direct(text, before: start))
    guard mask != 0 else { return }
    if labelStart != start {
      labelAtStart = labels.label(in: text, before: start)
      labelStart = start
    }
    let direct = labelAtStart.direct
    guard !direct.isEmpty else { return }
    for (i, form) in ruleSet.labelled.forms.enumerated() where mask >> UInt64(min(i, 63)) & 1 == 1 {
      let said = ruleSet.evidence(
        ofTerms: direct, forRule: ruleSet.forms[form].rule, inColumn: false)
      guard let said, said.decibans > 0 else { continue }
      _ = attempt(form, text, at: start, column, folds: folds || hasWide(text, behind: start))
    }
  }

  /// Whether a label may stand before `start` that some form needs. It is looked for once a value, and
  /// most time stamps, durations and ports of a log end here.
  func mayHaveContext(_ text: Span<UInt8>, before start: Int) -> Bool {
    if contextStart != start {
      contextStart = start
      hasContext = contextMayStand(text, before: start)
    }
    return hasContext
  }

  private func contextMayStand(_ text: Span<UInt8>, before start: Int) -> Bool {
    var i = start
    while i > 0 {
      let byte = text[i - 1]
      if byte < 0x80 {
        if LabelReader.isWord(byte), byte != 0x2D { break }
        if byte == 0x0A || byte == 0x0D { return false }
        // An element of a list, an argument of a call: the label stands farther away.
        if byte == 0x2C || byte == 0x3B || byte == 0x28 && i < start { return true }
        i -= 1
      } else {
        guard i > 2 else { return false }
        switch (text[i - 3], text[i - 2], byte) {
        case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xE3, 0x80, 0x81): return true  // ， ； 、
        case (0xEF, 0xBC, 0x8B): break  // ＋ of a country code
        case (let a, let b, let c):
          let isBetween =
            LabelReader.isSkippedCharacter(a, b, c) || LabelReader.isNumberSign(text, endingAt: i)
          guard isBetween else { return mayEndContext(text, at: i) }
        }
        i -= 3
      }
    }
    return i > 0 && mayEndContext(text, at: i)
  }

  private func mayEndContext(_ text: Span<UInt8>, at end: Int) -> Bool {
    memo.mayEndContext(at: end, in: text, outline)
  }

  /// Whether, behind separators, a word may end before `start` that is a label of such data.
  private func labelMayStand(_ text: Span<UInt8>, before start: Int) -> Bool {
    var i = start
    while i > 0 {
      let byte = text[i - 1]
      if byte < 0x80 {
        if LabelReader.isWord(byte) {
          // 12:34 is a time, 1.25 a fraction: a numbering of a label has one digit.
          if byte &- 0x30 <= 9, i > 1, text[i - 2] &- 0x30 <= 9 || text[i] == 0x2E { return false }
          break
        }
        if byte == 0x0A || byte == 0x0D || byte == 0x3B { return false }
        i -= 1
      } else {
        guard i > 2,
          LabelReader.isSkippedCharacter(text[i - 3], text[i - 2], byte)
            || LabelReader.isNumberSign(text, endingAt: i)
        else { break }
        i -= 3
      }
    }
    guard i > 0 else { return false }
    if start - i <= Self.farInBytes { return memo.mayEndLabel(at: i, in: text, outline) }
    // So far from the value a label may be read but in part.
    return ruleSet.labelled.endings.mayEnd(at: i, in: text)
  }

  private static let farInBytes = 40

  /// Whether a full-width character stands in the next bytes, so that the value is folded.
  private func hasWide(_ text: Span<UInt8>, behind start: Int) -> Bool {
    var i = start
    while i < text.count, i - start < Self.reachInBytes, text[i] > 0x20 {
      if text[i] == 0xEF { return true }
      if text[i] >= 0x80 { return false }
      i += 1
    }
    return false
  }
}
