import Findings

/// What the hits of one record tell of the age of its persons.
///
/// Only likely hits count. An ID number outweighs a birth date; of several the youngest person
/// decides, since a child in the record is what must not be missed.
struct PersonFacts {
  private var subject = Evidence()
  private var guardian = Evidence()

  private struct Evidence {
    var birth: CivilDate?
    var isFromID = false
  }

  mutating func add(birth: CivilDate, isID: Bool, role: Role) {
    switch role {
    case .subject: Self.add(birth, isID, to: &subject)
    case .guardian: Self.add(birth, isID, to: &guardian)
    }
  }

  private static func add(_ birth: CivilDate, _ isID: Bool, to evidence: inout Evidence) {
    if let known = evidence.birth {
      if evidence.isFromID, !isID { return }
      if evidence.isFromID == isID, birth <= known { return }
    }
    evidence = Evidence(birth: birth, isFromID: isID)
  }

  func age(of role: Role, asOf day: CivilDate) -> Age {
    let birth = role == .subject ? subject.birth : guardian.birth
    guard let birth else { return .unknown }
    return Age(bornOn: birth, asOf: day)
  }

  mutating func reset() { self = PersonFacts() }
}
