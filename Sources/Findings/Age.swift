/// A person's age on the as-of day, in completed years.
///
/// A year is completed on the birthday; whoever was born on 29 February completes it on 1 March of
/// a common year (Civil Code Art. 202 with the reading of policies.md). `isBirthday` is kept
/// because a policy may count from the day *after* the birthday instead.
package struct Age: Hashable, Sendable {
  /// Completed years, 0...150; 255 stands for unknown.
  private let storedYears: UInt8
  /// The as-of day is the day on which `years` was reached.
  package let isBirthday: Bool

  package static let unknown = Age(storedYears: 255, isBirthday: false)

  private init(storedYears: UInt8, isBirthday: Bool) {
    self.storedYears = storedYears
    self.isBirthday = isBirthday
  }

  /// An age stated as a number of years; unknown when it is no human age.
  package init(years: Int) {
    self =
      (0...150).contains(years)
      ? Age(storedYears: UInt8(years), isBirthday: false) : .unknown
  }

  /// The age that somebody born on `birth` has on `day`; unknown for a birth after `day` or more
  /// than 150 years before it.
  package init(bornOn birth: CivilDate, asOf day: CivilDate) {
    var reached = (birth.month, birth.day)
    if reached == (2, 29), !CivilDate.isLeap(day.year) { reached = (3, 1) }
    let today = (day.month, day.day)
    let years = day.year - birth.year - (today < reached ? 1 : 0)
    guard birth <= day, (0...150).contains(years) else {
      self = .unknown
      return
    }
    self.init(storedYears: UInt8(years), isBirthday: today == reached && years > 0)
  }

  package var isUnknown: Bool { storedYears == 255 }

  /// Completed years, or nil when unknown.
  package var years: Int? { storedYears == 255 ? nil : Int(storedYears) }

  package var band: AgeBand {
    switch years {
    case nil: .unknown
    case .some(..<14): .under14
    case .some(14): .fourteen
    case .some(..<18): .from15To17
    default: .adult
    }
  }
}

/// The bands that the law distinguishes.
///
/// Fourteen stands alone since the PIPL counts `< 14` (Art. 31) and GB/T 35273-2020 counts
/// `<= 14` (3.2 note).
package enum AgeBand: UInt8, Sendable, CaseIterable {
  case unknown
  case under14
  case fourteen
  case from15To17
  case adult

  /// The PIPL's band, as `age_band` prints it.
  package var name: String {
    switch self {
    case .unknown: "unknown"
    case .under14: "under-14"
    case .fourteen, .from15To17: "14-17"
    case .adult: "adult"
    }
  }
}
