import Detectors

extension RuleSource {
  /// Adds forms; one of the same name stands instead of the earlier one, in its place.
  mutating func add(_ read: [RuleFormReader.Read]) {
    for form in read {
      if let index = rule.forms.firstIndex(where: { $0.name == form.form.name }) {
        rule.forms[index] = form.form
      } else {
        rule.forms.append(form.form)
      }
      forms[form.form.name] = form.marks
    }
  }

  mutating func add(_ read: RuleExampleReader.Read) {
    rule.examples.positive += read.positive.map(\.example)
    rule.examples.negative += read.negative.map(\.example)
    positiveMarks += read.positive.map(\.place)
    negativeMarks += read.negative.map(\.place)
  }
}
