import Testing

/// Ages at the edges, reckoned by hand: completed years, 29 February completed on 1 March.
@Suite struct MinorsTests {
  private struct Counts: Equatable {
    var (under14, upTo14, from14To17, adult, turning14): (Int, Int, Int, Int, Int)

    init(_ under14: Int, _ upTo14: Int, _ from14To17: Int, _ adult: Int, _ turning14: Int) {
      (self.under14, self.upTo14, self.from14To17) = (under14, upTo14, from14To17)
      (self.adult, self.turning14) = (adult, turning14)
    }

    static func == (a: Self, b: Self) -> Bool {
      (a.under14, a.upTo14, a.from14To17, a.adult, a.turning14)
        == (b.under14, b.upTo14, b.from14To17, b.adult, b.turning14)
    }
  }

  private static let births = [
    "2012-03-02", "2012-03-01", "2012-02-29", "2012-02-28", "2011-03-02", "2011-03-01",
    "2011-02-28", "2008-03-02", "2008-03-01", "2008-02-29", "2008-02-28",
  ]

  private func counts(
    on day: String, _ table: (String) -> String, header: String
  ) throws -> (Counts, persons: String?) {
    let workplace = try Workplace()
    try workplace.write("people.csv", header + Self.births.map(table).joined())
    let report = workplace.scratch.path + "/report"
    let outcome = try Program.scanner.run(
      ["scan", "data", "--report", report, "--as-of", day, "--quiet"], in: workplace.scratch.path)
    #expect(outcome.status == 0)
    let row = try #require(CSVTable(Reports(report).files["minors.csv"] ?? []).rows.first)
    func number(_ column: String) -> Int { Int(row[column] ?? "") ?? -1 }
    return (
      Counts(
        number("records_under_14"), number("records_upto_14"), number("records_14_17"),
        number("records_adult"), number("turning_14")), row["persons_under_14"]
    )
  }

  /// As of 28 February 2026 those born on 1 and 2 March and on 29 February 2012 are 13.
  /// On 1 March whoever was born on 29 February or 1 March 2012 turns 14.
  @Test(
    "Ages are those of the as-of day, the day before, on and after a birthday",
    arguments: [
      ("2026-02-27", (4, 7, 7, 0, 0)), ("2026-02-28", (3, 6, 7, 1, 1)),
      ("2026-03-01", (1, 5, 7, 3, 2)), ("2026-03-02", (0, 4, 7, 4, 1)),
    ])
  func edges(_ day: String, _ expected: (Int, Int, Int, Int, Int)) throws {
    let (under14, upTo14, from14To17, adult, turning) = expected
    let known = Counts(under14, upTo14, from14To17, adult, turning)
    let byBirth = try counts(
      on: day, { "王小红,\($0)\n" }, header: "姓名,出生日期\n")
    #expect(byBirth.0 == known, "by birth date: \(byBirth.0)")
    var sequence = 100
    let byID = try counts(
      on: day,
      {
        sequence += 1
        let digits = $0.filter { $0 != "-" }
        return "王小红,\(Invented.residentID("110105", digits, "\(sequence)"))\n"
      }, header: "姓名,身份证号\n")
    #expect(byID.0 == known, "by ID number: \(byID.0)")
    #expect(byID.persons == String(under14))
  }
}
