/// What tells the age of a person, the weakest first.
package enum AgeSource: UInt8, Comparable, Sendable, CaseIterable {
  /// A number of years, true on the day it was written down.
  case statedYears
  case birthDate
  /// A pupil's number, which holds an ID number.
  case studentNumber
  /// A number with a birth date inside, which somebody has checked.
  case identityNumber

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
