import Testing

@testable import accuracy

@Suite struct TrialReportTests {
  private static func item(
    _ start: Int, type: String = "email", place: String = "log", optional: Bool? = nil
  ) -> ExpectedItem {
    ExpectedItem(
      path: "\(place)/b.txt", type: type, start: start, end: start + 10, table: nil, field: nil,
      record: nil, surrounding: place, ageBand: "unknown", kind: nil, value: "0123456789",
      optional: optional)
  }

  private static func finding(
    _ start: Int, type: String = "email", place: String = "log", level: String = "likely"
  ) -> ReportedFinding {
    ReportedFinding(
      path: "t/\(place)/b.txt", member: nil, type: type, kind: nil, start: start, end: start + 10,
      table: nil, field: nil, record: nil, level: level, ageBand: nil)
  }

  private static func comparison(
    _ items: [ExpectedItem], _ findings: [ReportedFinding], weakestLevel: Int = 1
  ) -> FindingComparison {
    var comparison = FindingComparison(expected: items)
    for finding in findings { comparison.take(finding, root: "t", weakestLevel: weakestLevel) }
    return comparison
  }

  @Test("What may be found and need not be counts neither way")
  func optional() {
    let items = [Self.item(0, optional: true), Self.item(100, optional: true)]
    let comparison = Self.comparison(
      items, [Self.finding(0), Self.finding(100, type: "imei"), Self.finding(50)])
    #expect(comparison.falseAlarms.map(\.start) == [50])
    #expect(TrialScores(comparison).score("email")?.expected == 0)
    #expect(
      comparison.tallies["likely"]?["email"]?.right == nil
        || comparison.tallies["likely"]?["email"]?.right == 0)
  }

  @Test("Averages: micro weighs values, macro weighs types")
  func averages() {
    let items = (0..<9).map { Self.item($0 * 20) } + [Self.item(500, type: "imei")]
    let scores = TrialScores(Self.comparison(items, (0..<9).map { Self.finding($0 * 20) }))
    #expect(scores.micro(TrialScores.mission).recall == 0.9)
    #expect(scores.macro(TrialScores.mission, nil, .recall) == 0.5)
    #expect(scores.macro(TrialScores.mission, "log", .f1) == 0.5)
  }

  @Test(
    "A gate is read or refused",
    arguments: [
      ("log:f1=0.97", true), ("all:precision=1", true), ("columns=1", true), ("reliability", true),
      ("log:f2=0.9", false), ("log=0.9", false), ("columns=2", false), ("", false),
    ])
  func gates(text: String, isRead: Bool) {
    #expect((Gate(text) != nil) == isRead)
  }

  @Test("A gate holds for every type of its surrounding alone")
  func failures() throws {
    let comparison = Self.comparison(
      [Self.item(0), Self.item(100), Self.item(0, place: "csv")],
      [Self.finding(0), Self.finding(0, place: "csv")])
    let report = TrialReport(
      scores: TrialScores(comparison), columns: nil, reliability: [], gates: [], showsBeyond: false)
    #expect(report.failures(of: try #require(Gate("csv:f1=1"))).isEmpty)
    #expect(report.failures(of: try #require(Gate("log:recall=0.5"))).isEmpty)
    #expect(report.failures(of: try #require(Gate("log:recall=0.51"))) == ["email: 0.5000"])
  }

  @Test("A level keeps its promise or is named")
  func reliability() throws {
    let items = (0..<8).map { Self.item($0 * 20) }
    let comparison = Self.comparison(
      items, (0..<10).map { Self.finding($0 * 20) } + [Self.finding(900, level: "possible")],
      weakestLevel: 0)
    let rows = TrialReport.reliability(of: comparison)
    #expect(rows.map(\.right) == [0, 8, 0])
    #expect(rows.map(\.wrong) == [1, 2, 0])
    #expect(rows.map(\.isKept) == [true, false, true])
  }

  @Test("Columns: the right kind, a decoy that is not clean, a kind that is not judged")
  func columns() {
    let inventory = InventoryTable(
      text: """
        path,table,field,type,matches,level
        t/csv/a.csv,,phone,mobile-phone,9,certain
        t/csv/a.csv,,order_no,mobile-phone,2,likely
        t/csv/a.csv,,batch,imei,2,possible
        t/csv/a.csv,,note,imei,0,likely

        """)
    func column(_ field: String, _ types: [String]) -> ColumnComparison.ExpectedColumn {
      ColumnComparison.ExpectedColumn(path: "csv/a.csv", table: "", field: field, types: types)
    }
    let comparison = ColumnComparison(
      expected: [
        column("phone", ["mobile-phone"]), column("order_no", []), column("batch", []),
        column("note", []), column("qq", ["qq"]),
      ],
      inventory: inventory, judged: Set(TrialScores.mission), weakestLevel: 1)
    #expect(comparison.tallies["csv"]?.columns == 4)
    #expect(comparison.tallies["csv"]?.cleanDecoys == 2)
    #expect(comparison.complaints == ["csv/a.csv  order_no: mobile-phone instead of nothing"])
    #expect(comparison.share == 0.75)
  }
}
