import Findings

extension AgeSource {
  /// What the checks of a rule make its values tell an age by.
  init(_ rule: Rule) {
    let checks = Set(rule.forms.flatMap { $0.checks.map(\.name) })
    if checks.contains(BirthDateCheck.name) {
      self = .identityNumber
    } else if checks.contains(PupilNumberCheck.name) {
      self = .studentNumber
    } else {
      self = checks.contains(StatedAgeCheck.name) ? .statedYears : .birthDate
    }
  }
}
