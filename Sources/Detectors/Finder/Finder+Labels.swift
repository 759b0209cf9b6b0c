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
    let places = marks.labels
    var last = -1
    for mark in places {
      let start = LabelledValue.start(text, from: Int(mark))
      guard start > last, start < text.count else { continue }
      last = start
      labelAtStart = labels.label(in: text, before: start)
      labelStart = start
      guard !labelAtStart.direct.isEmpty else { continue }
      for index in labelForms {
        let said = ruleSet.evidence(
          ofTerms: labelAtStart.direct, forRule: ruleSet.forms[index].rule, inColumn: false)
        guard let said, said.decibans > 0 else { continue }
        if attempt(index, text, at: start, column, folds: false) { break }
      }
    }
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
