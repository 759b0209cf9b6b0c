import Findings
import Testing

@testable import Scanner

@Suite struct ColumnVerdictTests {
  /// Card numbers of a real issuer, the share of `valid` with the right check digit.
  private func numbers(_ count: Int, validEvery: Int) -> [String] {
    (0..<count).map { index in
      let body = "622202" + String(100_000_000_000 + index * 7919)
      let number = Invented.luhn(body)
      guard index % validEvery != 0 else { return number }
      return body + String(((number.last?.wholeNumberValue ?? 0) + 1 + index % 9) % 10)
    }
  }

  private func bench(_ numbers: [String], column: String, minimumLevel: Level = .likely) -> Bench {
    Bench(Bench.options(minimumLevel: minimumLevel)).run(
      Script([.table("t", [column])] + numbers.map { .row([$0]) }))
  }

  @Test(
    "Chance hits of a column are dropped, before the verdict and after it",
    arguments: [100, 4095, 4096, 4097, 5000])
  func chance(records: Int) {
    let bench = bench(numbers(records, validEvery: 10), column: "f3")
    #expect(bench.findings == [])
    let tally = bench.tally("bank-card", field: 0, table: 0)
    #expect(tally?.matches == 0)
    #expect(tally?.possible == UInt64((records + 9) / 10))
    #expect(tally?.tested == UInt64(records))
  }

  @Test(
    "Early and late records of a column are judged alike", arguments: [20, 4095, 4096, 4097, 5000])
  func lifted(records: Int) throws {
    let bench = bench(numbers(records, validEvery: 1), column: "f3")
    #expect(bench.findings.map(\.record) == Array(1...records))
    let first = try #require(bench.findings.first)
    #expect(first.evidence.contains("column-verdict"))
    #expect(first.level == .certain)
    for finding in bench.findings {
      let agrees = finding.decibans == first.decibans && finding.evidence == first.evidence
      #expect(agrees, "record \(finding.record)")
      if !agrees { return }
    }
  }

  @Test("A column that is met after the verdicts has its findings as they are")
  func lateColumn() {
    let rows = [Script.Step](repeating: .row(["1"]), count: 4200)
    let bench = Bench().run(
      Script([.table("t", ["n"])] + rows + [.row(["1", "13812345678"])]))
    #expect(bench.findings.map(\.record) == [4201])
    #expect(bench.findings.allSatisfy { !$0.evidence.contains("column-verdict") })
  }

  @Test("Too few values decide nothing")
  func few() {
    let bench = bench(numbers(7, validEvery: 1), column: "f3", minimumLevel: .possible)
    #expect(bench.findings.allSatisfy { !$0.evidence.contains("column-verdict") })
    #expect(bench.findings.count == 7)
  }

  @Test("The verdict falls at the change of the table, and stands when the table comes again")
  func tables() {
    let good = numbers(40, validEvery: 1)
    let chance = numbers(40, validEvery: 10)
    func steps(_ name: String, _ values: [String]) -> [Script.Step] {
      [.table(name, ["f3"])] + values.map { .row([$0]) }
    }
    let bench = Bench().run(
      Script(
        steps("good", Array(good.prefix(20))) + steps("chance", Array(chance.prefix(20)))
          + steps("good", Array(good.suffix(20))) + steps("chance", Array(chance.suffix(20)))))
    #expect(bench.findings.count == 40)
    #expect(bench.tally.tables.map(\.records) == [40, 40])
    #expect(bench.tally("bank-card", field: 0, table: 0)?.matches == 40)
    #expect(bench.tally("bank-card", field: 0, table: 1)?.matches == 0)
    #expect(bench.findings.map(\.record) == Array(1...40))
    #expect(Set(bench.findings.map(\.decibans)).count == 1)
  }

  @Test("Findings that wait are bounded in bytes, not in records alone")
  func heldBytes() {
    let row = String(repeating: Invented.phone + " ", count: 20)
    let bench = Bench().run(
      Script([.table("t", ["手机号"])] + (0..<2000).map { _ in .row([row]) }))
    // Fewer records than the verdict waits for, and yet some were handed over.
    #expect(bench.fullBatches > 0)
    #expect(bench.findings.count == 40_000)
  }

  @Test("Ages are those of the verdict: a birth date that was chance tells none")
  func agesAfterVerdicts() {
    // One in ten ends in a valid check digit and so reads as the ID number of a child.
    let rows = (0..<200).map { index -> [String?] in
      let id = Invented.residentID("110105", "20180307", String(100 + index % 800))
      let last = id.last == "5" ? "6" : "5"
      return [index % 10 == 0 ? id : id.dropLast() + last, Invented.phone]
    }
    let bench = Bench().run(
      Script([.table("t", ["流水号", "手机号"])] + rows.map { .row($0) }))
    let phones = bench.findings.filter { $0.type == "mobile-phone" }
    #expect(phones.count == 200)
    if bench.findings.allSatisfy({ $0.type != "resident-id" }) {
      #expect(phones.allSatisfy { $0.years == nil })
    }
  }
}
