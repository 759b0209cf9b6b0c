package import Findings

extension Age {
  /// Whether fewer than `years` are complete, as `birthday` counts them; false for an unknown age.
  package func isBelow(_ years: Int, birthday: BirthdayRule) -> Bool {
    guard let completed = self.years else { return false }
    let notYetCounted = birthday == .after && isBirthday ? 1 : 0
    return completed - notYetCounted < years
  }

  /// An age that stands for everybody of a band; for `fourteen` it may be the very birthday.
  ///
  /// Classes turn on 14, 15 and 18 years only (`AgeRule.talliedThresholds`), so one age answers for
  /// its band.
  package static func representative(of band: AgeBand, onBirthday: Bool = false) -> Age {
    switch band {
    case .unknown: .unknown
    case .under14: Age(years: 13)
    case .fourteen where onBirthday: fourteenthBirthday
    case .fourteen: Age(years: 14)
    case .from15To17: Age(years: 15)
    case .adult: Age(years: 18)
    }
  }

  private static let fourteenthBirthday: Age = {
    guard let birth = CivilDate(year: 2001, month: 2, day: 3),
      let day = CivilDate(year: 2015, month: 2, day: 3)
    else { preconditionFailure("both days exist") }
    return Age(bornOn: birth, asOf: day)
  }()
}
