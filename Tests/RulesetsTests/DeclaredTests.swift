import Findings
import Policies
import Testing

/// The expected values were read off the texts' own lines, not off the policy files.
@Suite("Declared against found under the five texts")
struct DeclaredTests {
  /// A run that found one of each of these, of a person of this age.
  private func outcomes(
    _ policy: String, found names: [String], age: Age = .unknown
  ) throws -> [String: [DeclaredItem]] {
    var tally = SourceTally()
    for name in names {
      let (type, kind) = try PolicyFiles.place(of: name)
      let finding = FindingRecord(
        type: UInt16(type), kind: kind, level: .certain, basis: .value, role: .subject,
        labels: [], age: age, decibans: 30, start: 0, end: 1, line: 1, column: 1, table: -1,
        field: -1, record: 0, fingerprint: Fingerprint(high: 1, low: 1), masked: 0..<0,
        value: 0..<0, evidence: 0..<0)
      let key = SourceTally.Key(table: -1, field: -1, type: UInt16(type))
      tally.fields.withTally(of: key) { $0.count(finding) }
    }
    var found = FoundData()
    found.add(
      SourceReport(
        identity: SourceIdentity(path: Array("a".utf8)), coverage: Coverage(status: .scanned),
        gaps: [], modified: nil, tally: tally)
    ) { _, _ in "" }
    let items = DeclaredComparison(
      found, judge: try PolicyFiles.judge([policy]), types: PolicyFiles.types
    ).items
    return Dictionary(grouping: items) { $0.datum?.name ?? "-" }
  }

  private static let found = [
    "resident-id", "mobile-phone", "email", "bank-card", "address/home", "address/delivery",
    "address/plain", "imei", "ip-address", "biometric", "coordinates", "uscc",
  ]

  @Test(
    "What is found has the outcome that the text's lines give it",
    arguments: [
      (
        "miaoke-vocational-education",
        [
          "resident-id: found-not-declared 5.1@L89 no personal information unrelated",
          "mobile-phone: declared-and-found 3.4@L36 mobile phone number; 3.5@L38 phone number",
          "email: found-not-declared 5.1@L89 no personal information unrelated",
          "bank-card: declared-and-found 3.6@L44 bank card information",
          "address/home: declared-and-found 3.5@L38 address",
          "address/delivery: declared-and-found 3.5@L38 address",
          "address/plain: declared-and-found 3.5@L38 address",
          "imei: declared-and-found 3.5#1@L40 unique device identifier",
          "ip-address: found-not-declared 5.1@L89 no personal information unrelated",
          "biometric: found-though-excluded 3.6@L44 fingerprint or facial image",
          "coordinates: declared-and-found 3.5#2@L41 Location information",
        ]
      ),
      (
        "exam-signup",
        [
          "resident-id: declared-and-found [preamble]@L7 身份认证材料",
          "mobile-phone: declared-and-found 一(2)@L17 手机号码; 二(二)@L25 联系方式; 二(三)(3)@L35 电话",
          "email: declared-and-found 二(二)@L25 联系方式",
          "bank-card: found-not-declared [preamble]@L11 无关的个人信息",
          "address/home: found-not-declared [preamble]@L11 无关的个人信息",
          "address/delivery: declared-and-found 二(三)(3)@L35 收货地址",
          "address/plain: kind-unclear 二(三)(3)@L35 收货地址",
          "imei: declared-and-found 四/2.2@L59 设备标识符",
          "ip-address: declared-and-found 四/2.2@L59 登录 IP 地址",
          "biometric: found-not-declared [preamble]@L11 无关的个人信息",
          "coordinates: found-not-declared [preamble]@L11 无关的个人信息",
        ]
      ),
      (
        "ccm-engineering-machinery",
        [
          "resident-id: declared-and-found [I]@L63 real identity information",
          "bank-card: found-not-declared ",
          "address/delivery: declared-and-found [I]/2.5@L91 mailing address",
          "imei: declared-and-found [I]/2.2@L85 IMEI; [I]/4.8@L113 IMEI",
          "ip-address: declared-and-found [I]/2.1@L79 IP address",
          "biometric: found-not-declared ",
        ]
      ),
      (
        "online-service-platform",
        [
          "resident-id: found-not-declared VII.E@L101 no personal information unrelated",
          "mobile-phone: found-not-declared VII.E@L101 no personal information unrelated",
          "email: declared-and-found I.B.1@L11 Email Address",
          "imei: declared-and-found I.C.1.iii@L17 device data",
        ]
      ),
    ])
  func found(policy: String, expected: [String]) throws {
    let outcomes = try outcomes(policy, found: Self.found)
    for line in expected {
      let name = try #require(line.split(separator: ":").first.map(String.init))
      let items = try #require(outcomes[name], "\(policy): \(name)")
      let found = items.map { item in
        let clauses = item.citations.map { ([$0.clause] + $0.words).joined(separator: " ") }
        return "\(name): \(item.outcome.rawValue) \(clauses.joined(separator: "; "))"
      }
      #expect(found == [line], "\(policy)")
    }
    #expect(outcomes["uscc"] == nil, "a company's code is nobody's data")
  }

  @Test("Children's data in plain text contradict clause VII of ccm; of adults they do not")
  func encryption() throws {
    let clause = "VII/[children]/[storage]@L266"
    for (years, isBroken) in [(13, true), (14, false), (30, false)] {
      let outcomes = try outcomes(
        "ccm-engineering-machinery", found: ["mobile-phone"], age: Age(years: years))
      let items = outcomes.values.flatMap { $0 }.filter { $0.citations.first?.clause == clause }
      #expect(items.map(\.outcome) == [isBroken ? .promiseContradicted : .notContradicted])
    }
  }

  @Test("vkel has nothing declared to compare with, and a law collects nothing")
  func nothingToCompare() throws {
    for (policy, outcome) in [
      ("vkel", DeclaredOutcome.nothingDeclared), ("pipl", .notApplicable),
      ("cybersecurity-law", .notApplicable), ("civil-code-1034", .notApplicable),
      ("gbt-35273-2020", .notApplicable), ("gbt-45574-2025", .notApplicable),
    ] {
      let outcomes = try outcomes(policy, found: Self.found)
      #expect(outcomes.keys.sorted() == ["-"], "\(policy)")
      #expect(outcomes["-"]?.contains { $0.outcome == outcome } == true, "\(policy)")
      #expect(outcomes["-"]?.contains { $0.outcome.isFault } == false, "\(policy)")
    }
    // "Immediately", and of which data cannot be told.
    let promises = try outcomes("vkel", found: [])["-"]?.filter { $0.outcome == .cannotBeTold }
    #expect(promises?.map { $0.citations.map(\.clause) } == [["[third-party]@L25"]])
  }
}
