import Findings

/// What the findings of one record tell of the age of its persons.
///
/// Only likely findings count. An ID number outweighs a birth date; of several the youngest person
/// decides, since a child in the record is what must not be missed.
struct PersonFacts {
  private var subject = Evidence()
  private var guardian = Evidence()

  private struct Evidence {
    var age = Age.unknown
    var isFromID = false

    mutating func add(_ other: Age, isID: Bool) {
      guard let years = other.years else { return }
      if let known = age.years {
        if isFromID, !isID { return }
        if isFromID == isID, years >= known { return }
      }
      age = other
      isFromID = isID
    }
  }

  /// - Parameter isID: the age comes from an ID number.
  mutating func add(_ age: Age, isID: Bool, role: Role) {
    switch role {
    case .subject: subject.add(age, isID: isID)
    case .guardian: guardian.add(age, isID: isID)
    }
  }

  func age(of role: Role) -> Age { role == .subject ? subject.age : guardian.age }

  mutating func reset() { self = PersonFacts() }
}
