import Testing

@testable import accuracy

@Suite struct FindingComparisonTests {
  private static func item(
    path: String = "a/b.txt", start: Int? = 10, end: Int? = 20
  ) -> ExpectedItem {
    ExpectedItem(
      path: path, type: "email", start: start, end: end, table: nil, field: nil, record: nil,
      surrounding: "prose", ageBand: "unknown", kind: nil, value: "0123456789")
  }

  private static func finding(
    _ start: Int, _ end: Int, type: String = "email", path: String = "corpus/a/b.txt",
    level: String = "likely", ageBand: String = "unknown"
  ) -> ReportedFinding {
    ReportedFinding(
      path: path, member: nil, type: type, kind: nil, start: start, end: end, table: nil,
      field: nil, record: nil, level: level, ageBand: ageBand)
  }

  @Test(
    "A finding is right from an overlap of 80 % of both spans on",
    arguments: [
      (10, 20, true, true), (10, 18, true, false), (12, 20, true, false), (10, 17, false, false),
      (8, 20, true, false), (7, 20, false, false), (20, 30, false, false), (0, 10, false, false),
    ])
  func overlap(start: Int, end: Int, isRight: Bool, isExact: Bool) {
    var comparison = FindingComparison(expected: [Self.item()])
    comparison.take(Self.finding(start, end), root: "corpus", weakestLevel: 1)
    #expect(comparison.outcomes[0].isFound == isRight)
    #expect(comparison.outcomes[0].isExact == isExact)
    #expect(comparison.falseAlarms.count == (isRight ? 0 : 1))
  }

  @Test("A second finding, another type and an unknown path are false alarms")
  func alarms() {
    var comparison = FindingComparison(expected: [Self.item()])
    comparison.take(Self.finding(10, 20), root: "corpus", weakestLevel: 1)
    comparison.take(Self.finding(10, 20), root: "corpus", weakestLevel: 1)
    comparison.take(Self.finding(10, 20, type: "imei"), root: "corpus", weakestLevel: 1)
    comparison.take(
      Self.finding(10, 20, path: "corpus/clean/x.js"), root: "corpus", weakestLevel: 1)
    #expect(comparison.falseAlarms.map(\.reason) == ["twice", "email", "decoy"])
    #expect(comparison.falseAlarms.map(\.surrounding) == ["prose", "prose", "clean"])
  }

  @Test("Weak findings, other types and the expectations themselves are not judged")
  func notJudged() {
    var comparison = FindingComparison(expected: [Self.item()])
    comparison.take(Self.finding(1, 2, level: "possible"), root: "", weakestLevel: 1)
    comparison.take(Self.finding(1, 2, type: "qq"), root: "", weakestLevel: 1)
    comparison.take(Self.finding(1, 2, path: "a/expected.jsonl"), root: "", weakestLevel: 1)
    #expect(comparison.belowLevel == 1)
    #expect(comparison.otherTypes == 1)
    #expect(comparison.inExpectations == 1)
    #expect(comparison.falseAlarms.isEmpty)
  }

  @Test("A path is known by its end where no root is given")
  func suffix() {
    var comparison = FindingComparison(expected: [Self.item()])
    comparison.take(Self.finding(10, 20, path: "./x/y/a/b.txt"), root: "", weakestLevel: 1)
    #expect(comparison.outcomes[0].isFound)
  }

  @Test("A value in a file's name is found though the report masks it")
  func nameValue() {
    let item = Self.item(path: "a/客户-0123456789.txt", start: nil, end: nil)
    var comparison = FindingComparison(expected: [item])
    comparison.take(
      Self.finding(0, 4, path: "corpus/a/客户-01****89~0a1b2c3d.txt"), root: "corpus",
      weakestLevel: 1)
    #expect(comparison.outcomes[0].isFound)
  }

  @Test("A right finding with another age is counted as such")
  func facts() {
    var comparison = FindingComparison(expected: [Self.item()])
    comparison.take(Self.finding(10, 20, ageBand: "adult"), root: "corpus", weakestLevel: 1)
    #expect(comparison.outcomes[0].wrongFacts == ["age_band"])
    #expect(comparison.factErrors == 1)
  }

  @Test("Precision and recall are reckoned from right, missed and false")
  func shares() {
    let score = Score(expected: 4, found: 3, exact: 2, falseAlarms: 1)
    #expect(score.precision == 0.75)
    #expect(score.recall == 0.75)
    #expect(score.f1 == 0.75)
    #expect(Score().f1 == 1)
  }

  @Test("No report of the comparison shows a value")
  func noValues() {
    let item = Self.item(path: "a/客户-13912345678.txt")
    let comparison = FindingComparison(expected: [item])
    let text = AccuracyReport(comparison).text(verbose: true)
    #expect(text.contains("missed email prose a/客户-***********.txt:10-20"))
    #expect(!text.contains("0123456789"))
  }
}
