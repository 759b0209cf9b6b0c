import Findings

/// What the findings of one record tell of the age of its persons.
///
/// Only likely findings count. An ID number outweighs a birth date, and this an age stated in years,
/// which was true on some day before; of several alike the youngest person decides, since a child in the
/// record is what must not be missed.
struct PersonFacts {
  private var subject = Evidence()
  private var guardian = Evidence()

  private struct Evidence {
    var age = Age.unknown
    var source = AgeSource.statedYears

    mutating func add(_ other: Age, from otherSource: AgeSource) {
      guard let years = other.years else { return }
      if let known = age.years {
        if otherSource < source { return }
        if otherSource == source, years >= known { return }
      }
      age = other
      source = otherSource
    }
  }

  mutating func add(_ age: Age, from source: AgeSource, role: Role) {
    switch role {
    case .subject: subject.add(age, from: source)
    case .guardian: guardian.add(age, from: source)
    }
  }

  func age(of role: Role) -> Age { role == .subject ? subject.age : guardian.age }

  /// What tells `age(of: .subject)`; without a meaning where that is unknown.
  var subjectAgeSource: AgeSource { subject.source }

  /// The age of somebody is known.
  var tellsAge: Bool { !subject.age.isUnknown || !guardian.age.isUnknown }

  mutating func reset() { self = PersonFacts() }
}
