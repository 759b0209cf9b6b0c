import Findings
import Policies
import Testing

@Suite("The judge")
struct JudgeTests {
  private func judge(_ policies: Policy...) throws -> Judge {
    try Judge(policies: policies, library: [Example.law, Example.standard], types: Example.types)
  }

  private func verdict(
    _ judge: Judge, _ type: String, kind: Kind = .none, age: Age = .unknown, role: Role = .subject
  ) -> String {
    let verdict = judge.verdict(
      policy: 0, type: Example.type(type), kind: kind, age: age, role: role)
    return "\(verdict.dataClass.name) \(verdict.clause) \(verdict.basis.name)"
  }

  @Test("What the text names decides, then what a fallback names, then what one defines")
  func order() throws {
    let judge = try judge(Example.text)
    // The text's own class wins over both fallbacks' sensitive.
    #expect(verdict(judge, "resident-id") == "personal 1@L1 listed")
    #expect(verdict(judge, "mobile-phone") == "personal 2@L2 by position")
    #expect(verdict(judge, "bank-card") == "sensitive law:28 fallback")
    // The standard lists it, so the law's definition, though first in order, does not decide.
    #expect(verdict(judge, "email") == "personal standard:A(1) fallback")
  }

  @Test("A class that a fallback only defines or assesses is told as such")
  func throughFallback() throws {
    var text = Example.text
    text.readings = []
    text.fallbacks = [Fallback(policy: "law")]
    let judge = try judge(text)
    #expect(verdict(judge, "email") == "personal law:4 fallback definition")
    #expect(verdict(judge, "resident-id") == "sensitive law:28 fallback definition")
    let reason = judge.verdict(
      policy: 0, type: Example.type("resident-id"), kind: .none, age: .unknown, role: .subject
    ).reason
    #expect(reason.basis == .assessment)
    #expect(reason.policy == "law")
  }

  @Test("The text's own definition goes before a fallback's definition, not before its list")
  func ownDefinition() throws {
    var text = Example.text
    text.readings = []
    text.definition = GeneralDefinition(
      dataClass: .personal, citation: Citation(clause: "1@L1", words: ["alone or in combination"]))
    let judge = try judge(text)
    #expect(verdict(judge, "mobile-phone") == "personal 1@L1 own definition")
    #expect(verdict(judge, "bank-card") == "sensitive law:28 fallback")
  }

  @Test("A kind that the text names goes before the type as a whole")
  func kinds() throws {
    let judge = try judge(Example.text)
    #expect(verdict(judge, "address", kind: .home) == "sensitive 3@L3 listed")
    for kind in [Kind.none, .plain, .delivery, .work] {
      #expect(verdict(judge, "address", kind: kind) == "personal 1@L1 listed")
    }
  }

  @Test("A datum named without a class takes it from the fallback that the file names")
  func taken() throws {
    var text = Example.text
    text.readings = [
      Reading(
        datum: Datum(type: TypeID(rawValue: "resident-id")), decision: .from(policy: "standard"),
        basis: .byPosition, citation: Citation(clause: "5@L5", words: ["identity"]))
    ]
    let judge = try judge(text)
    #expect(verdict(judge, "resident-id") == "sensitive standard:B(4) fallback")
    let reason = judge.verdict(
      policy: 0, type: Example.type("resident-id"), kind: .none, age: .unknown, role: .subject
    ).reason
    #expect(reason.namedAt == "5@L5")
  }

  @Test("Data of a minor are sensitive by the first text that says so")
  func minors() throws {
    let judge = try judge(Example.text)
    let phone = "personal 2@L2 by position"
    let minor = "sensitive law:28 fallback"
    let table: [(Age, Role, String)] = [
      (.unknown, .subject, phone),
      (Age(years: 0), .subject, minor),
      (Age(years: 13), .subject, minor),
      (Age(years: 14), .subject, phone),
      (Age(years: 18), .subject, phone),
      (Age(years: 13), .guardian, phone),
    ]
    for (age, role, expected) in table {
      #expect(verdict(judge, "mobile-phone", age: age, role: role) == expected)
    }
  }

  @Test("A minor's datum that the text itself calls sensitive keeps the text's clause")
  func minorAndListed() throws {
    let judge = try judge(Example.text)
    let child = Age(years: 9)
    #expect(
      verdict(judge, "address", kind: .home, age: child) == "sensitive 3@L3 listed")
    // Both come from the law; that it is a child's is the stronger ground.
    let reason = judge.verdict(
      policy: 0, type: Example.type("bank-card"), kind: .none, age: child, role: .subject
    ).reason
    #expect(reason.cause == .minor)
  }

  @Test("A company's code stays no personal data, in a child's record too")
  func company() throws {
    let judge = try judge(Example.text)
    let expected = "none law:4 fallback definition"
    #expect(verdict(judge, "uscc") == expected)
    #expect(verdict(judge, "uscc", age: Age(years: 3)) == expected)
  }

  @Test("14 and under holds until the fifteenth birthday")
  func upToFourteen() throws {
    let judge = try judge(Example.standard)
    #expect(verdict(judge, "mobile-phone", age: Age(years: 14)) == "sensitive 3.2 listed")
    #expect(verdict(judge, "mobile-phone", age: Age(years: 15)) == "personal 3.1 own definition")
  }

  @Test("Where years count from the day after, the fourteenth birthday is still under 14")
  func birthdayAfter() throws {
    var text = Example.text
    text.ages = AgeStatement(bands: [], birthday: .after)
    let after = try judge(text)
    let on = try judge(Example.text)
    let birth = try #require(CivilDate(iso: "2012-06-01"))
    let table: [(String, on: Bool, after: Bool)] = [
      ("2026-05-31", true, true), ("2026-06-01", false, true), ("2026-06-02", false, false),
    ]
    for row in table {
      let age = Age(bornOn: birth, asOf: try #require(CivilDate(iso: row.0)))
      #expect(on.isUnder14(policy: 0, age: age, role: .subject) == row.on)
      #expect(after.isUnder14(policy: 0, age: age, role: .subject) == row.after)
      #expect(verdict(on, "mobile-phone", age: age).hasPrefix("sensitive") == row.on)
      #expect(verdict(after, "mobile-phone", age: age).hasPrefix("sensitive") == row.after)
    }
  }

  @Test("A band of a tally is judged like every age in it")
  func bands() throws {
    for policy in [Example.text, Example.law, Example.standard] {
      let judge = try judge(policy)
      for years in 0...150 {
        let age = Age(years: years)
        for type in Example.types.indices {
          #expect(
            judge.verdict(
              policy: 0, type: type, kind: .none, band: age.band, role: .subject)
              == judge.verdict(policy: 0, type: type, kind: .none, age: age, role: .subject))
        }
      }
    }
  }

  @Test("The differing classes of the fallbacks are shown beside the policy's own")
  func differing() throws {
    let judge = try judge(Example.text)
    func clauses(_ type: String, _ age: Age = .unknown) -> [String] {
      judge.differingFallbacks(
        policy: 0, type: Example.type(type), kind: .none, age: age, role: .subject
      ).map(\.clause)
    }
    #expect(clauses("resident-id") == ["law:28", "standard:B(4)"])
    #expect(clauses("mobile-phone") == [])
    #expect(clauses("mobile-phone", Age(years: 14)) == ["standard:3.2"])
  }

  @Test("Policies that cannot judge are refused with the reason")
  func refusals() throws {
    var unknown = Example.text
    unknown.fallbacks = [Fallback(policy: "lore")]
    #expect(throws: PolicyError.unknownFallback(policy: "text", fallback: "lore")) {
      try judge(unknown)
    }
    var cyclic = Example.law
    cyclic.fallbacks = [Fallback(policy: "text")]
    #expect(throws: PolicyError.cycle(["law", "text", "law"])) {
      try judge(cyclic, Example.text)
    }
    #expect(throws: PolicyError.duplicate(policy: "law")) {
      try judge(Example.law, Example.law)
    }
    #expect(throws: PolicyError.noPolicy) {
      try Judge(policies: [], library: [], types: Example.types)
    }
    var silent = Example.text
    silent.fallbacks = []
    #expect(throws: PolicyError.unclassified(policy: "text", type: TypeID(rawValue: "email"))) {
      try judge(silent)
    }
    let sixteen = Example.policy("sixteen", ages: Example.age(below: 16, clause: "1"))
    #expect(throws: PolicyError.ageNotTallied(policy: "sixteen", belowYears: 16)) {
      try judge(sixteen)
    }
  }
}
