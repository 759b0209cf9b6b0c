import Findings
import Policies
import Testing

/// The expected values were read off the texts' own lines, the articles of the laws and the annexes of
/// the standards, not off the policy files.
@Suite("The eight types of the mission under ten policies")
struct PolicyMissionTests {
  private static let data = [
    "resident-id", "mobile-phone", "landline-phone", "bank-card", "address/home",
    "address/delivery", "address/work", "address/plain", "imei", "imsi", "email",
  ]

  /// Per policy, in the order of `data`: class (P, S), clause, basis.
  private static let expected: [(policy: String, verdicts: [String])] = [
    (
      "miaoke-vocational-education",
      [
        "personal 1.1@L20 listed", "personal 1.1@L20 listed", "personal 1.1@L20 listed",
        "sensitive 1.2@L22 listed", "sensitive 1.2@L22 listed", "personal 1.1@L20 listed",
        "personal 1.1@L20 listed", "personal 1.1@L20 listed",
        "personal 3.5#1@L40 by position", "personal 3.5#1@L40 by position",
        "personal gbt-35273-2020:Annex A(1) fallback",
      ]
    ),
    (
      "exam-signup",
      [
        "sensitive pipl:Art. 28(1) fallback definition", "personal 一(2)@L17 by position",
        "personal 二(三)(3)@L35 by position", "sensitive pipl:Art. 28(1) fallback",
        "personal pipl:Art. 4 fallback definition", "personal 二(三)(3)@L35 by position",
        "personal pipl:Art. 4 fallback definition", "personal pipl:Art. 4 fallback definition",
        "personal 四/2.2@L59 by position", "personal 四/2.2@L59 by position",
        "personal pipl:Art. 4 fallback definition",
      ]
    ),
    (
      "ccm-engineering-machinery",
      [
        "personal [preamble]@L17 listed", "personal [I]/1.2@L69 by position",
        "personal [I]/2.5@L91 by position", "sensitive [preamble]@L17 listed",
        "personal [preamble]@L17 listed", "personal [preamble]@L17 listed",
        "personal [preamble]@L17 listed", "personal [preamble]@L17 listed",
        "personal [I]/2.2@L85 by position", "personal [I]/2.2@L85 by position",
        "personal [I]/1.2@L69 by position",
      ]
    ),
    (
      "online-service-platform",
      [
        "personal civil-code-1034:Art. 1034(2) fallback",
        "personal civil-code-1034:Art. 1034(2) fallback",
        "personal civil-code-1034:Art. 1034(2) fallback",
        "personal civil-code-1034:Art. 1034(2) fallback definition",
        "personal civil-code-1034:Art. 1034(2) fallback",
        "personal civil-code-1034:Art. 1034(2) fallback definition",
        "personal civil-code-1034:Art. 1034(2) fallback definition",
        "personal civil-code-1034:Art. 1034(2) fallback",
        "personal I.C.1.iii@L17 by position", "personal I.C.1.iii@L17 by position",
        "personal I.B.1@L11 listed",
      ]
    ),
    (
      "vkel",
      [
        "sensitive gbt-35273-2020:Annex B(4) fallback",
        "personal gbt-35273-2020:Annex A(1) fallback",
        "personal gbt-35273-2020:Annex A(1) fallback",
        "sensitive gbt-35273-2020:Annex B(1) fallback",
        "personal gbt-35273-2020:Annex A(1) fallback",
        "personal gbt-35273-2020:3.1 fallback definition",
        "personal gbt-35273-2020:3.1 fallback definition",
        "personal gbt-35273-2020:Annex A(1) fallback",
        "personal gbt-35273-2020:Annex A(11) fallback",
        "personal gbt-35273-2020:Annex A(11) fallback",
        "personal gbt-35273-2020:Annex A(1) fallback",
      ]
    ),
    (
      "pipl",
      [
        "sensitive Art. 28(1) assessment", "personal Art. 4 own definition",
        "personal Art. 4 own definition", "sensitive Art. 28(1) listed",
        "personal Art. 4 own definition", "personal Art. 4 own definition",
        "personal Art. 4 own definition", "personal Art. 4 own definition",
        "personal Art. 4 own definition", "personal Art. 4 own definition",
        "personal Art. 4 own definition",
      ]
    ),
    (
      "cybersecurity-law",
      [
        "personal Art. 76(5) listed", "personal Art. 76(5) listed", "personal Art. 76(5) listed",
        "personal Art. 76(5) own definition", "personal Art. 76(5) listed",
        "personal Art. 76(5) own definition", "personal Art. 76(5) own definition",
        "personal Art. 76(5) listed", "personal Art. 76(5) own definition",
        "personal Art. 76(5) own definition", "personal Art. 76(5) own definition",
      ]
    ),
    (
      "civil-code-1034",
      [
        "personal Art. 1034(2) listed", "personal Art. 1034(2) listed",
        "personal Art. 1034(2) listed", "personal Art. 1034(2) own definition",
        "personal Art. 1034(2) listed", "personal Art. 1034(2) own definition",
        "personal Art. 1034(2) own definition", "personal Art. 1034(2) listed",
        "personal Art. 1034(2) own definition", "personal Art. 1034(2) own definition",
        "personal Art. 1034(2) listed",
      ]
    ),
    (
      "gbt-35273-2020",
      [
        "sensitive Annex B(4) listed", "personal Annex A(1) listed", "personal Annex A(1) listed",
        "sensitive Annex B(1) listed", "personal Annex A(1) listed",
        "personal 3.1 own definition", "personal 3.1 own definition",
        "personal Annex A(1) listed", "personal Annex A(11) listed",
        "personal Annex A(11) listed", "personal Annex A(1) listed",
      ]
    ),
    (
      "gbt-45574-2025",
      [
        "personal Annex A assessment", "personal pipl:Art. 4 fallback definition",
        "personal pipl:Art. 4 fallback definition", "sensitive Annex A(5) listed",
        "personal pipl:Art. 4 fallback definition", "personal pipl:Art. 4 fallback definition",
        "personal pipl:Art. 4 fallback definition", "personal pipl:Art. 4 fallback definition",
        "personal pipl:Art. 4 fallback definition", "personal pipl:Art. 4 fallback definition",
        "personal pipl:Art. 4 fallback definition",
      ]
    ),
  ]

  @Test("Class, clause and basis are those of the texts and the laws")
  func verdicts() throws {
    let judge = try PolicyFiles.judge(Self.expected.map(\.policy))
    #expect(judge.policies.count == 10)
    for (index, row) in Self.expected.enumerated() {
      #expect(row.verdicts.count == Self.data.count)
      for (name, expected) in zip(Self.data, row.verdicts) {
        let (type, kind) = try PolicyFiles.place(of: name)
        let verdict = judge.verdict(
          policy: index, type: type, kind: kind, age: .unknown, role: .subject)
        #expect(
          "\(verdict.dataClass.name) \(verdict.clause) \(verdict.basis.name)" == expected,
          "\(row.policy): \(name)")
      }
    }
  }

  @Test("A child's phone number is sensitive where and as long as the law behind the text says so")
  func minors() throws {
    // At 13, at 14, at 15 completed years: PIPL Art. 28 counts under 14, GB/T 35273 up to 14; the
    // Civil Code and the Cybersecurity Law name no age.
    let table: [(policy: String, at13: String?, at14: String?)] = [
      ("miaoke-vocational-education", "pipl:Art. 28(1)", nil),
      ("exam-signup", "pipl:Art. 28(1)", nil),
      ("ccm-engineering-machinery", "[preamble]@L17", nil),
      ("online-service-platform", nil, nil),
      ("vkel", "gbt-35273-2020:3.2", "gbt-35273-2020:3.2"),
      ("pipl", "Art. 28(1)", nil),
      ("cybersecurity-law", nil, nil),
      ("civil-code-1034", nil, nil),
      ("gbt-35273-2020", "3.2", "3.2"),
      ("gbt-45574-2025", "Annex A(7)", nil),
    ]
    let judge = try PolicyFiles.judge(table.map(\.policy))
    let (type, kind) = try PolicyFiles.place(of: "mobile-phone")
    func verdict(_ policy: Int, _ age: Age, _ role: Role = .subject) -> ClassVerdict {
      judge.verdict(policy: policy, type: type, kind: kind, age: age, role: role)
    }
    for (index, row) in table.enumerated() {
      for (years, expected) in [(0, row.at13), (13, row.at13), (14, row.at14), (15, nil)] {
        let found = verdict(index, Age(years: years))
        #expect(found.dataClass == (expected == nil ? .personal : .sensitive), "\(row.policy)")
        if let expected { #expect(found.clause == expected, "\(row.policy)") }
      }
      #expect(verdict(index, .unknown).dataClass == .personal)
      #expect(verdict(index, Age(years: 13), .guardian) == verdict(index, .unknown))
    }
  }

  @Test("Other rows of the reading: identity documents, location, network, what no list names")
  func others() throws {
    let table: [(policy: String, datum: String, expected: String)] = [
      ("miaoke-vocational-education", "ip-address", "personal gbt-35273-2020:Annex A(4) fallback"),
      (
        "miaoke-vocational-education", "coordinates", "sensitive gbt-35273-2020:Annex B(5) fallback"
      ),
      ("miaoke-vocational-education", "communication", "sensitive 1.2@L22 listed"),
      ("miaoke-vocational-education", "medical", "sensitive 1.2@L22 listed"),
      ("miaoke-vocational-education", "biometric", "sensitive 1.2@L22 listed"),
      ("exam-signup", "ip-address", "personal 四/2.2@L59 by position"),
      ("exam-signup", "coordinates", "sensitive pipl:Art. 28(1) fallback"),
      ("exam-signup", "biometric", "sensitive pipl:Art. 28(1) fallback"),
      ("ccm-engineering-machinery", "ip-address", "personal [I]/2.1@L79 by position"),
      ("ccm-engineering-machinery", "whereabouts", "sensitive [preamble]@L17 listed"),
      (
        "ccm-engineering-machinery", "coordinates",
        "sensitive [preamble]/[key-points]@L37 listed"
      ),
      ("ccm-engineering-machinery", "mac-address", "personal [I]/2.2@L85 by position"),
      (
        "online-service-platform", "coordinates",
        "personal civil-code-1034:Art. 1034(2) fallback"
      ),
      (
        "online-service-platform", "ip-address",
        "personal civil-code-1034:Art. 1034(2) fallback definition"
      ),
      ("online-service-platform", "job-title", "personal I.B.1@L11 listed"),
      ("vkel", "ip-address", "personal gbt-35273-2020:Annex A(4) fallback"),
      ("vkel", "browsing-log", "sensitive gbt-35273-2020:Annex B(5) fallback"),
      ("pipl", "passport", "sensitive Art. 28(1) assessment"),
      ("pipl", "whereabouts", "sensitive Art. 28(1) listed"),
      ("pipl", "religion", "sensitive Art. 28(1) listed"),
      ("pipl", "vehicle-plate", "personal Art. 4 own definition"),
      ("gbt-35273-2020", "passport", "sensitive Annex B(4) listed"),
      ("gbt-35273-2020", "marital-status", "sensitive Annex B(5) listed"),
      ("gbt-35273-2020", "account-password", "sensitive Annex B(1) listed"),
      ("gbt-45574-2025", "passport", "personal Annex A assessment"),
      ("gbt-45574-2025", "income", "sensitive Annex A(5) listed"),
      ("gbt-45574-2025", "marital-status", "personal pipl:Art. 4 fallback definition"),
      ("gbt-45574-2025", "coordinates", "sensitive Annex A(8) listed"),
      ("civil-code-1034", "medical", "personal Art. 1034(2) listed"),
      ("cybersecurity-law", "medical", "personal Art. 76(5) own definition"),
    ]
    let judge = try PolicyFiles.judge(PolicyFiles.ids)
    for row in table {
      let (type, kind) = try PolicyFiles.place(of: row.datum)
      let policy = try #require(PolicyFiles.ids.firstIndex(of: row.policy))
      let verdict = judge.verdict(
        policy: policy, type: type, kind: kind, age: .unknown, role: .subject)
      #expect(
        "\(verdict.dataClass.name) \(verdict.clause) \(verdict.basis.name)" == row.expected,
        "\(row.policy): \(row.datum)")
    }
  }

  @Test("The reason of an ID number's class is the standard that the assessment follows")
  func reason() throws {
    let judge = try PolicyFiles.judge(["pipl"])
    let (type, kind) = try PolicyFiles.place(of: "resident-id")
    let reason = judge.verdict(
      policy: 0, type: type, kind: kind, age: .unknown, role: .subject
    ).reason
    #expect(reason.note == "GB/T 35273-2020 Annex B(4)")
  }
}
