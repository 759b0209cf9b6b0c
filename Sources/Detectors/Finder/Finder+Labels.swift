import Findings
import Sieve

/// What is told by the label before it, or by the name of its column, rather than by its own shape.
extension Finder {
  /// The names that a cell may list, as `张伟、李娜`.
  private static let namesPerCell = 8

  /// Tries the forms of labels behind each label of theirs.
  ///
  /// Cost: nothing where the sieve marked no label; some 100 ns for the words before each mark.
  func tryLabels(_ text: Span<UInt8>, _ column: ColumnContext?) {
    var last = -1
    let places = MarkList.labels(marks)
    for i in 0..<places.count {
      let start = LabelledValue.start(text, from: places[i])
      guard start > last, start < text.count else { continue }
      last = start
      guard labels.mayFindLabel(in: text, before: start) else { continue }
      labelAtStart = labels.label(in: text, before: start)
      labelStart = start
      guard !labelAtStart.direct.isEmpty else { continue }
      let isLoose = LabelledValue.isLoose(text, labelAtStart.end..<start)
      for index in labelForms {
        let said = ruleSet.evidence(
          ofTerms: labelAtStart.direct, forRule: ruleSet.forms[index].rule, inColumn: false)
        guard let said, said.decibans > 0 else { continue }
        // A weak word is a label only with a colon, an equals sign or a quote behind it.
        if isLoose, !ruleSet.isStrong(labelAtStart.direct, forRule: ruleSet.forms[index].rule) {
          continue
        }
        if attempt(index, text, at: start, column, folds: false) { break }
      }
      // What holds a digit is tried at that.
      if isWordWithoutDigit(text, at: start) {
        tryLabelled(text, from: start, column, folds: false)
      }
      tryTold(text, at: start, column)
      if let word = maskedWord(text, start) { _ = tryConcealedWord(text, word, column) }
    }
  }

  /// The word at `start` where it has a star among its first characters: 张*, 138****5678, 138xxxx5678,
  /// z***@example.com; a number with its blanks: 6222 **** **** 0128.
  private func maskedWord(_ text: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var i = start
    var isNumber = true
    let limit = min(start + 20, text.count - 1)
    while i < limit {
      let byte = text[i]
      if byte == 0x2A || isNumber && byte | 0x20 == 0x78 && text[i + 1] | 0x20 == 0x78 { break }
      let isDigit = byte &- 0x30 <= 9
      if byte <= 0x20, !isNumber || byte != 0x20 || i == start { return nil }
      isNumber = isNumber && (isDigit || byte == 0x20 || byte == 0x2D)
      i += 1
    }
    guard i <= limit, i < text.count, text[i] == 0x2A || i < limit,
      let field = ToldField.range(text, from: start)
    else { return nil }
    guard isNumber else { return ToldField.firstWord(text, field) }
    var end = field.lowerBound
    while end < field.upperBound, Self.isMaskedNumber(text[end]) { end += 1 }
    while end > field.lowerBound, text[end - 1] == 0x20 || text[end - 1] == 0x2D { end -= 1 }
    return end > field.lowerBound ? field.lowerBound..<end : nil
  }

  /// A digit, a star or an `x` that stands for one, a blank or a hyphen between them.
  private static func isMaskedNumber(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || byte == 0x2A || byte | 0x20 == 0x78 || byte == 0x20 || byte == 0x2D
  }

  /// Tries the forms of labels at the values of a cell whose column is named for their rule.
  func tryNamedCell(_ text: Span<UInt8>, _ column: ColumnContext) {
    for index in labelForms where column.nameDecibans(ofRule: ruleSet.forms[index].rule) > 0 {
      var start = LabelledValue.start(text, from: 0)
      for _ in 0..<Self.namesPerCell where start < text.count {
        let known = lookAlikes.count
        guard attempt(index, text, at: start, column, folds: false), lookAlikes.count > known
        else { break }
        start = LabelledValue.next(text, after: lookAlikes[known].range.upperBound)
      }
    }
  }
}
