/// What a value tells an age by, the weakest first.
package enum AgeSource: Comparable, Sendable {
  /// A number of years, true on the day it was written down.
  case statedYears
  case birthDate
  /// A number with a birth date inside, which somebody has checked.
  case identityNumber

  /// The source that the checks of a rule make its values.
  init(_ rule: Rule) {
    let checks = Set(rule.forms.flatMap { $0.checks.map(\.name) })
    if checks.contains(BirthDateCheck.name) || checks.contains(PupilNumberCheck.name) {
      self = .identityNumber
    } else {
      self = checks.contains(StatedAgeCheck.name) ? .statedYears : .birthDate
    }
  }
}
