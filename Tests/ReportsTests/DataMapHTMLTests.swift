import Findings
import Policies
import TestSupport
import Testing

@testable import Reports

@Suite struct DataMapHTMLTests {
  /// The two blocks of data of a page.
  private func blocks(
    _ sources: [SourceReport], run: RunDescription = Example.run(),
    outcome: RunOutcome = RunOutcome()
  ) throws -> (page: String, sources: JSONValue, run: JSONValue) {
    let page = try Example.text(of: DataMapHTML(run: run), sources, run: run, outcome: outcome)
    func block(_ id: String) throws -> JSONValue {
      let opening = "<script type=\"application/json\" id=\"\(id)\">"
      let start = try #require(page.firstRange(of: opening)).upperBound
      let end = try #require(page[start...].firstRange(of: "</script>")).lowerBound
      return try JSONValue(page[start..<end].utf8)
    }
    return (page, try block("sources"), try block("run"))
  }

  private func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let values)? = value { values } else { [] }
  }

  @Test("A row has its counts by case and level, its sample and the evidence for it")
  func row() throws {
    var tally = Example.tally(
      [
        Example.finding(type: 1, level: .likely, age: Age(years: 9), fingerprint: 1),
        Example.finding(type: 1, age: Age(years: 40), fingerprint: 2),
      ], sample: "138****8000", possible: 2)
    tally.sampleEvidence = [Evidence(name: 2, decibans: 12), Evidence(name: 0, decibans: -3)]
    let source = Example.source(
      "a/users.csv",
      tables: [
        Example.table("empty", ["x"]),
        Example.table("u", ["", "phone"], records: 9, values: [9, 8]),
      ], fields: [(1, 1, Example.mobilePhone, tally)])
    let (_, sources, run) = try blocks([source])
    let record = list(list(sources).first)
    #expect(record[0] == .text("a/users.csv"))
    // The table without findings is left out.
    #expect(record[11] == .array([.array([.text("u"), .number(9)])]))
    let row = list(list(record[12]).first)
    #expect(
      row == [
        .number(0), .text("phone"), .number(1), .number(8), .number(2), .number(0), .number(1),
        .number(2), .number(1), .number(0), .number(0), .number(0), .text("138****8000"),
        .array([.number(0), .number(12), .number(1), .number(-3)]),
        // Of each case (below) and level how many: an adult, certain; a child, likely.
        .array([.number(0), .number(2), .number(1), .number(1), .number(1), .number(1)]),
      ])
    #expect(list(run["words"]) == [.text(""), .text("none")])
    #expect(list(run["evidence"]) == [.text("quote\"d"), .text("mod-11-2")])
    let ages = list(run["cases"]).map { $0["age"] }
    #expect(ages == [.text("adult"), .text("under-14")])
    // The child's number is sensitive under the law, and personal for the shop.
    let verdicts = list(run["verdicts"])
    let classes = list(list(run["cases"])[1]["verdicts"]).map { verdicts[$0.int ?? 0]["class"] }
    #expect(classes == [.text("sensitive"), .text("personal")])
  }

  @Test("A company's code beside a person's data has the class of the rule on combinations")
  func combination() throws {
    var law = Example.law
    law.combinations = [
      CombinationRule(
        data: .unidentifying, with: .any, classAlone: .none, classTogether: .personal,
        citation: Citation(clause: "9"))
    ]
    var beside = Example.finding(type: Example.uscc, age: Age(years: 30), fingerprint: 1)
    beside.isCombined = true
    let alone = Example.finding(type: Example.uscc, fingerprint: 2)
    let source = Example.source(
      "a", tables: [Example.table("t", ["code"], values: [2])],
      fields: [(0, 0, Example.uscc, Example.tally([beside, alone]))])
    let (_, sources, run) = try blocks([source], run: Example.run(policies: [law]))
    let row = list(list(list(list(sources).first)[12]).first)
    #expect(row[11] == .number(1), "one stands beside others")
    let verdicts = list(run["verdicts"])
    var counts: [String: Int] = [:]
    let cells = list(row[14]).compactMap(\.int)
    for i in stride(from: 0, to: cells.count, by: 3) {
      let verdict = list(list(run["cases"])[cells[i]]["verdicts"])[0].int ?? 0
      counts[verdicts[verdict]["class"]?.text ?? "?", default: 0] += cells[i + 2]
    }
    #expect(counts == ["none": 1, "personal": 1])
    #expect(list(run["combinations"]).map { $0["clause"] } == [.text("9")])
  }

  @Test("What was read and holds nothing has no place; a gap has one")
  func sources() throws {
    let gap = Gap(.truncated, bytes: 7, at: 12)
    let (_, sources, _) = try blocks([
      Example.source("clean"),
      Example.source(
        "cut", coverage: Coverage(status: .partly, reason: .truncated, bytes: 19), gaps: [gap]),
    ])
    #expect(list(sources).map { list($0)[0] } == [.text("cut")])
    let reason = Double(GapReason.truncated.rawValue)
    #expect(
      list(list(sources).first)[10]
        == .array([.array([.number(reason), .number(7), .number(12)])]))
  }

  @Test("No name ends a block of data or begins a comment in it")
  func hostile() throws {
    let name = "</script><!--<script>&\u{2028}\u{202E}\\\""
    let source = Example.source(
      name, member: name, tables: [Example.table(name, [name], values: [1])],
      fields: [(0, 0, 0, Example.tally([Example.finding(type: 0)], sample: name))])
    let clean = try blocks([]).page
    let (page, sources, _) = try blocks([source])
    let record = list(list(sources).first)
    #expect(record[0] == .text(name))
    #expect(record[1] == .text(name))
    for mark in ["<script", "</script", "<!--"] {
      #expect(page.ranges(of: mark).count == clean.ranges(of: mark).count, "\(mark)")
    }
    #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{2028}"))
  }

  @Test("The page is full at its limit and says what it left out")
  func limit() throws {
    let tally = Example.tally([Example.finding(type: 0)])
    let source = Example.source(
      "wide", tables: [Example.table("t", ["a", "b", "c"])],
      fields: (0..<3).map { (0, Int32($0), 0, tally) })
    var encoder = PageSources(run: Example.run(), rowLimit: 8)
    for _ in 0..<2 { #expect(encoder.encoded(source) != nil) }
    #expect(encoder.rowsLeftOut == 0)
    #expect(encoder.encoded(source) != nil)
    #expect(encoder.encoded(source) == nil)
    #expect(encoder.rows == 8)
    #expect(encoder.rowsLeftOut == 4)
  }
}
