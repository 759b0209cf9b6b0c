import Sieve

/// Words of letters and digits, and the characters that lead them, are told from their first digit.
extension Finder {
  /// Tries the word whose first digit may stand at `digit`, behind a letter.
  func tryWord(_ text: Span<UInt8>, ofDigit digit: Int, _ column: ColumnContext?) {
    let start = WordShape.start(
      text, outline, ofDigit: digit, mostLetters: words.mostLetters)
    guard let start else { return }
    if start > 0, !words.leads.isEmpty { tryLeads(text, before: start, column) }
    if start < digit { tryWord(text, beginningAt: start, column) }
  }

  /// Tries the word that begins at `start`.
  func tryWord(_ text: Span<UInt8>, beginningAt start: Int, _ column: ColumnContext?) {
    let first = WordShape.index(ofFirst: text, at: start)
    let lengths = words.lengthsByFirst[first]
    guard lengths != 0,
      let shape = WordShape(
        text, outline, at: start, longest: 63 - lengths.leadingZeroBitCount),
      lengths >> UInt64(shape.length) & 1 == 1
    else { return }
    for (gate, form, needsLabel) in words.gates where gate.admits(shape, first: first) {
      if needsLabel, column == nil, !mayHaveContext(text, before: start) { continue }
      _ = attempt(form, text, at: start, column, folds: shape.needsFolding)
    }
  }

  /// Tries the word whose first letters stand before a blank or hyphen, the rest at `digit` (E 12345678).
  func tryWord(_ text: Span<UInt8>, apartFrom digit: Int, _ column: ColumnContext?) {
    let joint = digit - WordShape.jointWidth(text, before: digit)
    guard joint < digit, WordShape.letterWidth(text, before: joint) > 0,
      let start = WordShape.start(
        text, outline, ofDigit: joint, mostLetters: words.mostLettersApart)
    else { return }
    let first = WordShape.index(ofFirst: text, at: start)
    let lengths = words.lengthsByFirst[first]
    guard lengths != 0,
      let shape = WordShape(
        text, outline, at: start, longest: 63 - lengths.leadingZeroBitCount,
        past: joint..<digit),
      lengths >> UInt64(shape.length) & 1 == 1
    else { return }
    for (gate, form, needsLabel) in words.gates
    where gate.apart && gate.admits(shape, first: first) {
      if needsLabel, column == nil, !mayHaveContext(text, before: start) { continue }
      _ = attempt(form, text, at: start, column, folds: true)
    }
  }

  /// Tries the character that leads the word or number at `start`, and the letters before it.
  func tryLeads(_ text: Span<UInt8>, before start: Int, _ column: ColumnContext?) {
    guard words.mayLead(text, before: start) else { return }
    for (gate, form, needsLabel) in words.leads {
      guard let lead = gate.lead(text, before: start) else { continue }
      var first = lead
      for _ in 0..<2 { first -= WordShape.letterWidth(text, before: first) }
      if needsLabel, column == nil, !mayHaveContext(text, before: first) { continue }
      while first < lead, !attempt(form, text, at: first, column, folds: true) {
        first += text[first] == 0xEF ? 3 : 1
      }
      if first == lead { _ = attempt(form, text, at: lead, column, folds: true) }
    }
  }
}
