import Findings
import Policies

@testable import Reports

/// A made-up run with two policies and five types, for tests to write reports of.
enum Example {
  static let residentID = 0
  static let mobilePhone = 1
  static let address = 2
  static let uscc = 3
  static let email = 4

  static let types = [
    type("resident-id", "居民身份证号", "Resident ID number"),
    type("mobile-phone", "手机号码", "Mobile phone number"),
    type("address", "地址", "Address"),
    type("uscc", "统一社会信用代码", "Company code (USCC)"),
    type("email", "电子邮箱", "E-mail address"),
  ]
  static let evidenceNames = EvidenceNameList(["mod-11-2", "label:身份证", "quote\"d"])

  private static func type(_ id: String, _ chinese: String, _ english: String) -> TypeInfo {
    TypeInfo(id: TypeID(rawValue: id), titleInChinese: chinese, titleInEnglish: english)
  }

  static func day(_ iso: String) -> CivilDate {
    guard let day = CivilDate(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
  }

  /// Like the PIPL, but small: an ID is sensitive, a company's code is not personal, the rest is
  /// personal, and everything of a person under 14 is sensitive.
  static let law: Policy = {
    var policy = Policy(
      id: "law", titleInChinese: "个人信息保护法", titleInEnglish: "The Law",
      ages: AgeStatement(bands: [
        AgeRule(belowYears: 14, dataClass: .sensitive, citation: Citation(clause: "28(2)"))
      ]))
    policy.readings = [
      Reading(
        datum: datum("resident-id"), decision: .given(.sensitive), basis: .assessment,
        citation: Citation(clause: "28(1)")),
      Reading(
        datum: datum("uscc"), decision: .given(.none), basis: .listed,
        citation: Citation(clause: "4(2)")),
    ]
    policy.definition = GeneralDefinition(
      dataClass: .personal, citation: Citation(clause: "4(1)"))
    return policy
  }()

  /// Like a company's text: only the home address is sensitive, of children nothing is said.
  static let shop: Policy = {
    var policy = Policy(
      id: "shop", titleInChinese: "商店隐私政策", titleInEnglish: "The Shop", ages: .noneStated)
    policy.readings = [
      Reading(
        datum: datum("address", .home), decision: .given(.sensitive), basis: .listed,
        citation: Citation(clause: "1.2@L22"))
    ]
    policy.definition = GeneralDefinition(
      dataClass: .personal, citation: Citation(clause: "1.1@L20"))
    return policy
  }()

  private static func datum(_ id: String, _ kind: Kind? = nil) -> Datum {
    Datum(type: TypeID(rawValue: id), kind: kind)
  }

  static func judge(_ policies: [Policy] = [law, shop]) -> Judge {
    do {
      return try Judge(policies: policies, library: [], types: types)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  static func run(
    language: RunDescription.Language = .english, minimumLevel: Level = .likely,
    reveals: Bool = false, policies: [Policy] = [law, shop], isStrict: Bool = false
  ) -> RunDescription {
    RunDescription(
      programVersion: "0.1.0", rulesetHash: "0f1e2d3c", pcre2Version: "10.42 2022-12-11",
      asOf: day("2026-11-23"), language: language, types: types, evidenceNames: evidenceNames,
      judge: judge(policies), minimumLevel: minimumLevel, reveals: reveals, isStrict: isStrict)
  }

  /// A finding of a type in the first column of the first table, or outside tables.
  static func finding(
    type: Int, kind: Kind = .none, level: Level = .certain, labels: Labels = [],
    age: Age = .unknown, role: Role = .subject, decibans: Int16 = 30, table: Int32 = -1,
    field: Int32 = -1, fingerprint: UInt64 = 1
  ) -> FindingRecord {
    FindingRecord(
      type: UInt16(type), kind: kind, level: level, basis: .value, role: role, labels: labels,
      age: age, decibans: decibans, start: 10, end: 28, line: 2, column: 11, table: table,
      field: field, record: table < 0 ? 0 : 3,
      fingerprint: Fingerprint(high: fingerprint &* 0x9E37_79B9_7F4A_7C15, low: fingerprint),
      masked: 0..<0, value: 0..<0, evidence: 0..<0,
      concealment: labels.contains(.masked) ? .usual : .none)
  }

  /// A tally of findings.
  static func tally(_ findings: [FindingRecord], sample: String = "", possible: UInt64 = 0)
    -> FieldTally
  {
    var tally = FieldTally()
    for finding in findings { tally.count(finding) }
    tally.tested = tally.matches
    tally.possible = possible
    tally.sample = ContiguousArray(sample.utf8)
    return tally
  }

  static func source(
    _ path: String, member: String? = nil, coverage: Coverage = Coverage(status: .scanned),
    gaps: [Gap] = [], modified: Int64? = nil, tables: [SourceTally.Table] = [],
    fields: [(table: Int32, field: Int32, type: Int, tally: FieldTally)] = []
  ) -> SourceReport {
    var tally = SourceTally()
    tally.tables = tables
    for field in fields {
      let key = SourceTally.Key(
        table: field.table, field: field.field, type: UInt16(field.type))
      tally.fields[key] = field.tally
    }
    return SourceReport(
      identity: SourceIdentity(path: Array(path.utf8), member: member), coverage: coverage,
      gaps: gaps, modified: modified, tally: tally)
  }

  static func table(
    _ name: String, _ columns: [String], records: UInt64 = 0, values: [UInt64] = [],
    roles: [Role] = []
  ) -> SourceTally.Table {
    var table = SourceTally.Table(
      shape: TableShape(name: name, columns: columns.map { ColumnShape(name: $0) }))
    table.records = records
    table.values = values
    table.roles = roles
    return table
  }

  /// What a format writes for these sources.
  static func text(
    of format: some ReportFormat, _ sources: [SourceReport], run: RunDescription = run(),
    outcome: RunOutcome = RunOutcome()
  ) throws -> String {
    let memory = MemoryOutput()
    let output = BufferedOutput([memory])
    var format = format
    var totals = RunTotals(run: run)
    try format.begin(output)
    for source in sources {
      totals.add(source)
      try format.add(source, to: output)
    }
    try format.end(totals, outcome, to: output)
    try output.flush()
    return String(decoding: memory.bytes, as: UTF8.self)
  }
}

/// Keeps what is written, and how large the largest write was.
final class MemoryOutput: ByteOutput {
  private(set) var bytes: [UInt8] = []
  private(set) var largestWrite = 0

  func write(_ bytes: [UInt8]) throws(OutputError) {
    self.bytes += bytes
    largestWrite = max(largestWrite, bytes.count)
  }
}
