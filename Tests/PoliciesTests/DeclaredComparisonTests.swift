import Findings
import Testing

@testable import Policies

@Suite("Declared against found")
struct DeclaredComparisonTests {
  /// A text that declares some data, excludes one for a purpose, and promises to encrypt children's.
  private static var shop: Policy {
    var policy = Example.policy("shop")
    policy.definition = GeneralDefinition(dataClass: .personal, citation: Citation(clause: "1@L1"))
    policy.readings = [Example.reading("uscc", .none, at: "1@L1")]
    policy.declarations = .listed([
      declaration("2@L2", ["mobile-phone": ["phone number"]], others: ["device model"]),
      declaration("3@L3", ["address/delivery": ["where to send it"], "email": ["e-mail"]]),
      declaration("4@L4", ["mobile-phone": ["telephone"]]),
    ])
    policy.exclusions = [
      Exclusion(
        data: [Datum(type: TypeID(rawValue: "bank-card"))], purpose: "payment",
        citation: Citation(clause: "5@L5", words: ["no card"])),
      Exclusion(data: [], citation: Citation(clause: "6@L6", words: ["nothing unrelated"])),
    ]
    policy.promises = [
      Promise(kind: .encrypted, scope: .children, citation: Citation(clause: "7@L7")),
      Promise(kind: .notExported, scope: .all, citation: Citation(clause: "8@L8")),
    ]
    return policy
  }

  private static func declaration(
    _ clause: String, _ data: KeyValuePairs<String, [String]>, others: [String] = []
  ) -> Declaration {
    Declaration(
      data: data.compactMap { Datum(name: $0.key) }, wordsOfData: data.map(\.value),
      others: others,
      citation: Citation(clause: clause, words: data.flatMap(\.value) + others))
  }

  private func finding(
    _ type: String, kind: Kind = .none, level: Level = .certain, age: Age = .unknown,
    concealment: Concealment = .none, number: UInt64 = 1
  ) -> FindingRecord {
    FindingRecord(
      type: UInt16(Example.type(type)), kind: kind, level: level, basis: .value, role: .subject,
      labels: concealment.label, age: age, decibans: 30, start: 0, end: 1, line: 1, column: 1,
      table: 0, field: 0, record: 1, fingerprint: Fingerprint(high: number, low: number),
      masked: 0..<0, value: 0..<0, evidence: 0..<0, concealment: concealment)
  }

  /// A source with one table whose columns hold these findings, and their roles.
  private func source(
    _ path: String, _ columns: [(findings: [FindingRecord], role: Role)]
  ) -> SourceReport {
    var tally = SourceTally()
    var table = SourceTally.Table(
      shape: TableShape(
        name: "t", columns: columns.indices.map { ColumnShape(name: "c\($0)") }))
    table.roles = columns.map(\.role)
    tally.tables = [table]
    for (column, content) in columns.enumerated() {
      for finding in content.findings {
        let key = SourceTally.Key(table: 0, field: Int32(column), type: finding.type)
        tally.fields.withTally(of: key) { $0.count(finding) }
      }
    }
    return SourceReport(
      identity: SourceIdentity(path: Array(path.utf8)), coverage: Coverage(status: .scanned),
      gaps: [], modified: nil, tally: tally)
  }

  private func found(_ sources: [SourceReport]) -> FoundData {
    var found = FoundData()
    for source in sources { found.add(source) { column, shape in shape.columns[column].name } }
    return found
  }

  private func items(
    _ policies: [Policy], _ sources: [SourceReport]
  ) throws -> [DeclaredItem] {
    let judge = try Judge(
      policies: policies, library: [Example.law, Example.standard], types: Example.types)
    return DeclaredComparison(found(sources), judge: judge, types: Example.types).items
  }

  private func brief(_ items: [DeclaredItem]) -> [String] {
    items.map { item in
      let clauses = item.citations.map { ([$0.clause] + $0.words).joined(separator: " ") }
      return "\(item.outcome.rawValue) \(item.datum?.name ?? "-") \(item.matches.upperBound) "
        + clauses.joined(separator: "; ")
    }
  }

  @Test("Each datum has the outcome that the text's statements give it, the gravest first")
  func outcomes() throws {
    let items = try items(
      [Self.shop],
      [
        source(
          "a",
          [
            ([finding("mobile-phone"), finding("mobile-phone", number: 2)], .subject),
            ([finding("bank-card")], .subject), ([finding("resident-id")], .subject),
            ([finding("address", kind: .plain), finding("address", kind: .home)], .subject),
            ([finding("uscc")], .subject), ([finding("email", level: .possible)], .subject),
          ])
      ])
    #expect(
      brief(items) == [
        "found-though-excluded bank-card 1 5@L5 no card",
        "found-not-declared resident-id 1 6@L6 nothing unrelated",
        "found-not-declared address/home 1 6@L6 nothing unrelated",
        "kind-unclear address/plain 1 3@L3 where to send it",
        "declared-and-found mobile-phone 2 2@L2 phone number; 4@L4 telephone",
        "declared-not-found email 0 3@L3 e-mail",
        "declared-not-found address/delivery 0 3@L3 where to send it",
        "not-looked-for - 0 2@L2 device model",
        "not-contradicted - 0 7@L7",
        "cannot-be-told - 0 6@L6 nothing unrelated",
        "cannot-be-told - 0 8@L8",
      ])
  }

  @Test("A law collects nothing, and a text with empty lists has nothing to compare with")
  func nothingToCompare() throws {
    var empty = Example.policy("empty")
    empty.definition = Example.law.definition
    empty.declarations = .emptyInText([Citation(clause: "1@L17"), Citation(clause: "2@L79")])
    let items = try items([Example.law, empty], [source("a", [([finding("email")], .subject)])])
    #expect(brief(items) == ["not-applicable - 0 ", "nothing-declared - 0 1@L17; 2@L79"])
    #expect(items.map(\.policy) == [0, 1])
  }

  @Test("Declared data that the run did not look for are not said to be missing")
  func notLookedFor() throws {
    let types = Example.types.filter { $0.id.rawValue != "email" }
    let judge = try Judge(policies: [Self.shop], library: [], types: types)
    let items = DeclaredComparison(FoundData(), judge: judge, types: types).items
    let email = items.filter { $0.datum?.type.rawValue == "email" }
    #expect(email.map(\.outcome) == [.notLookedFor])
  }

  private func promised(_ columns: [([FindingRecord], Role)]) throws -> [DeclaredItem] {
    try items([Self.shop], [source("a", columns.map { (findings: $0.0, role: $0.1) })])
      .filter {
        if case .promise(let promise) = $0.subject { promise.kind == .encrypted } else { false }
      }
  }

  @Test("Children's data in plain text contradict the promise to encrypt them")
  func plainChildren() throws {
    let child = Age(years: 9)
    let items = try promised([
      (
        [finding("mobile-phone", age: child), finding("mobile-phone", age: Age(years: 30))],
        .subject
      ),
      ([finding("email", age: child)], .guardian),
      ([finding("bank-card", age: child, concealment: .encrypted)], .subject),
      ([finding("resident-id", age: Age(years: 14))], .subject),
    ])
    #expect(items.map(\.outcome) == [.promiseContradicted])
    let item = try #require(items.first)
    #expect(item.datum?.name == "mobile-phone")
    #expect(item.matches == 1...1)
    #expect(item.under14 == 1)
    #expect(item.places.places.map(\.field) == ["c0"])
  }

  @Test("Where a field holds both forms, its counts bound what stands in plain text")
  func bounds() throws {
    let child = Age(years: 9)
    let grown = Age(years: 30)
    // Two children, three adults, two values encrypted: the children's may be those.
    let mixed = [
      finding("email", age: child), finding("email", age: child), finding("email", age: grown),
      finding("email", age: grown, concealment: .encrypted),
      finding("email", age: grown, concealment: .encrypted),
    ]
    let doubt = try promised([(mixed, .subject)])
    #expect(doubt.map(\.outcome) == [.promiseInDoubt])
    #expect(doubt.map(\.matches) == [0...2])
    let sure = try promised([(mixed + [finding("email", age: child)], .subject)])
    #expect(sure.map(\.outcome) == [.promiseContradicted])
    #expect(sure.map(\.matches) == [1...3])
  }

  @Test("The day of the fourteenth birthday is a child's where a year counts from the day after")
  func birthday() throws {
    let day = try #require(CivilDate(iso: "2026-06-15"))
    let birth = try #require(CivilDate(iso: "2012-06-15"))
    let columns = [([finding("email", age: Age(bornOn: birth, asOf: day))], Role.subject)]
    #expect(try promised(columns).map(\.outcome) == [.notContradicted])
    var policy = Self.shop
    policy.ages = AgeStatement(bands: [], birthday: .after)
    let judge = try Judge(policies: [policy], library: [], types: Example.types)
    let found = found([source("a", columns.map { (findings: $0.0, role: $0.1) })])
    let items = DeclaredComparison(found, judge: judge, types: Example.types).items
    #expect(items.contains { $0.outcome == .promiseContradicted && $0.under14 == 1 })
  }

  @Test("What parts of a run found is the whole, in any order, with the first places by bytes")
  func merging() throws {
    let sources = ["d", "b", "a", "c"].map { path in
      source(path, [([finding("email", age: Age(years: path == "b" ? 5 : 50))], .subject)])
    }
    let whole = found(sources)
    let parts = sources.map { found([$0]) }
    for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
      var merged = FoundData()
      for index in order { merged.merge(parts[index]) }
      #expect(merged == whole)
    }
    let key = FoundData.Key(type: Example.type("email"), kind: .none)
    let email = try #require(whole[key])
    #expect(
      email.places.places.map { String(decoding: $0.path, as: UTF8.self) } == ["a", "b", "c"])
    #expect((email.matches, email.sources, email.fields) == (4, 4, 4))
    #expect(email.under14(.on) == 1)
  }
}
