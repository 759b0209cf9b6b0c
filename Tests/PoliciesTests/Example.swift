import Findings
import Policies

/// Policies and types built by hand, so that the judge is tested without any file.
enum Example {
  static let types = ["resident-id", "mobile-phone", "email", "bank-card", "address", "uscc"].map {
    TypeInfo(id: TypeID(rawValue: $0), titleInChinese: $0, titleInEnglish: $0)
  }

  static func type(_ name: String) -> Int {
    guard let index = types.firstIndex(where: { $0.id.rawValue == name }) else {
      preconditionFailure("no type \(name)")
    }
    return index
  }

  static func reading(
    _ name: String, _ dataClass: DataClass, at clause: String, basis: ClassBasis = .listed
  ) -> Reading {
    guard let datum = Datum(name: name) else { preconditionFailure("no datum \(name)") }
    return Reading(
      datum: datum, decision: .given(dataClass), basis: basis,
      citation: Citation(clause: clause, words: [name]))
  }

  static func age(below years: Int, clause: String) -> AgeStatement {
    AgeStatement(bands: [
      AgeRule(belowYears: years, dataClass: .sensitive, citation: Citation(clause: clause))
    ])
  }

  static func policy(_ id: String, ages: AgeStatement = .noneStated) -> Policy {
    Policy(id: id, titleInChinese: id, titleInEnglish: id, ages: ages)
  }

  /// A law with a list of sensitive data, an assessment, a definition and an age.
  static var law: Policy {
    var policy = policy("law", ages: age(below: 14, clause: "28"))
    policy.readings = [
      reading("bank-card", .sensitive, at: "28"),
      reading("resident-id", .sensitive, at: "28", basis: .assessment),
      reading("uscc", .none, at: "4", basis: .ownDefinition),
    ]
    policy.definition = GeneralDefinition(dataClass: .personal, citation: Citation(clause: "4"))
    return policy
  }

  /// A standard that lists much and counts 14-year-olds as children.
  static var standard: Policy {
    var policy = policy("standard", ages: age(below: 15, clause: "3.2"))
    policy.readings = [
      reading("email", .personal, at: "A(1)"),
      reading("resident-id", .sensitive, at: "B(4)"),
    ]
    policy.definition = GeneralDefinition(dataClass: .personal, citation: Citation(clause: "3.1"))
    return policy
  }

  /// A text that lists a few data and rests on both.
  static var text: Policy {
    var policy = policy("text")
    policy.fallbacks = [Fallback(policy: "law"), Fallback(policy: "standard")]
    policy.readings = [
      reading("resident-id", .personal, at: "1@L1"),
      reading("mobile-phone", .personal, at: "2@L2", basis: .byPosition),
      reading("address", .personal, at: "1@L1"),
      reading("address/home", .sensitive, at: "3@L3"),
    ]
    return policy
  }
}
