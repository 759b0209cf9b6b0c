import Findings

/// What judging a look-alike must know of its form, in plain numbers: a form that is taken out of its list
/// is retained, by all workers at the same counter.
struct FormTraits {
  let rule: Int
  /// The number of evidence of the prior, and what it is worth in text and in a cell.
  let prior: UInt16
  let priorInText: Int16
  let priorInCell: Int16
  let canonical: CanonicalForm
  let needsContext: Bool
  /// It is tried at numbers.
  let isNumber: Bool
  /// It is tried at at-signs.
  let isMail: Bool
  /// Something beside a value without label may speak against it.
  let hasNeighbours: Bool
  let wholeValue: Evidence
  let nearDecibans: Int16
  /// Its checks in the list of all.
  let checks: Range<Int>

  init(_ form: CompiledForm, checks: Range<Int>) {
    rule = form.rule
    prior = form.prior
    priorInText = Int16(form.form.prior.text)
    priorInCell = Int16(form.form.prior.cell)
    canonical = form.canonical
    needsContext = form.form.needsContext
    if case .number = form.form.prefilter { isNumber = true } else { isNumber = false }
    isMail = form.form.prefilter == .at
    hasNeighbours = form.besideDecibans < 0
    wholeValue = Evidence(name: form.wholeValue, decibans: Int16(form.wholeValueDecibans))
    nearDecibans = Int16(form.nearDecibans)
    self.checks = checks
  }
}

/// What a check of a form is worth, in plain numbers.
struct CheckTraits {
  let name: UInt16
  let pass: Int16
  /// What a failure is worth; where it refuses, nothing.
  let fail: Int16
  let refuses: Bool

  init(_ check: CompiledForm.BoundCheck) {
    name = check.name
    pass = Int16(check.use.pass)
    fail = Int16(check.use.fail ?? 0)
    refuses = check.use.fail == nil
  }
}
