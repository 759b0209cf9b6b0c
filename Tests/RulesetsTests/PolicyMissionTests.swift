import Findings
import Foundation
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

  /// `MissionTable.tsv`: a datum, a policy, and what it says.
  private static func expected() throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "MissionTable.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("Class, clause and basis are those of the texts and the laws")
  func verdicts() throws {
    let rows = try Self.expected()
    #expect(rows.count == Self.data.count * 10)
    let judge = try PolicyFiles.judge(PolicyFiles.ids)
    #expect(judge.policies.count == 10)
    for row in rows {
      let (type, kind) = try PolicyFiles.place(of: row[0])
      let policy = try #require(PolicyFiles.ids.firstIndex(of: row[1]))
      let verdict = judge.verdict(
        policy: policy, type: type, kind: kind, age: .unknown, role: .subject)
      #expect(
        [verdict.dataClass.name, verdict.clause, verdict.basis.name] == Array(row[2...]),
        "\(row[1]): \(row[0])")
    }
    for datum in Self.data {
      #expect(Set(rows.filter { $0[0] == datum }.map { $0[1] }) == Set(PolicyFiles.ids))
    }
  }

  /// The README writes S for sensitive and P for personal, and the ids of texts by shorter names.
  @Test("What the README shows of the table is what stands in it")
  func readme() throws {
    let rows = try Self.expected()
    let lines = try String(
      contentsOf: PolicyFiles.root.appending(path: "README.md"), encoding: .utf8
    ).split(separator: "\n").map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let columns = [
      (2, "resident-id"), (3, "mobile-phone"), (4, "email"), (5, "bank-card"),
      (6, "address/home"), (7, "imei"),
    ]
    for policy in PolicyFiles.ids {
      let cells = try #require(lines.first { $0.first == "`\(policy)`" && $0.count == 9 })
      for (column, datum) in columns {
        let row = try #require(rows.first { $0[0] == datum && $0[1] == policy })
        let clause = row[3].replacing("pipl:", with: "PIPL ")
          .replacing("gbt-35273-2020:", with: "35273 ")
          .replacing("civil-code-1034:", with: "Civil Code ")
        let letter = row[2] == "sensitive" ? "**S**" : "P"
        #expect(cells[column] == "\(letter) \(clause)", "\(policy): \(datum)")
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
