/// What the values of a type tell of who a person is.
package enum Identifier: UInt8, Sendable, CaseIterable {
  /// A number that the state gives to one person for life.
  case idNumber
  case mobilePhone
  case email
  case studentNumber
  case name
  case birthDate

  /// Nil for a type that tells no person from another.
  package init?(type: TypeID) {
    switch type.rawValue {
    case "resident-id", "foreigner-id": self = .idNumber
    case "mobile-phone": self = .mobilePhone
    case "email": self = .email
    case "student-number": self = .studentNumber
    case "person-name": self = .name
    case "birth-date": self = .birthDate
    default: return nil
    }
  }

  /// The place of those that persons are counted by, the one that decides first; nil for the others,
  /// which namesakes share or which only a school knows.
  package var rank: Int? {
    switch self {
    case .idNumber: 0
    case .mobilePhone: 1
    case .email: 2
    case .studentNumber, .name, .birthDate: nil
    }
  }
}
