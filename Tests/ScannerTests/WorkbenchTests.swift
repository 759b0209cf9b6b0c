import Findings
import Testing

@testable import Scanner

@Suite struct WorkbenchTests {
  private typealias Finding = Bench.Finding

  @Test("The age of a record's person goes to all of the person's fields, and to no other record")
  func ageOfARecord() {
    let bench = Bench().run(
      Script([
        .table("people", ["姓名", "手机号", "身份证号", "邮箱"]),
        .row(["甲", Invented.phone, Invented.childID, Invented.email]),
        .row(["乙", Invented.phone, Invented.adultID, Invented.email]),
        .row(["丙", Invented.phone, nil, Invented.email]),
      ]))
    let ages = bench.findings.map { "\($0.record) \($0.type) \($0.years.map(String.init) ?? "?")" }
    #expect(
      ages == [
        "1 mobile-phone 8", "1 resident-id 8", "1 email 8",
        "2 mobile-phone 40", "2 resident-id 40", "2 email 40",
        "3 mobile-phone ?", "3 email ?",
      ])
  }

  @Test("A column that is met amid a record takes nothing from what stands before it")
  func newColumns() {
    let rows = (0..<4100).map { Script.Step.row(["138055\(12000 + $0)"]) }
    let bench = Bench().run(
      Script(
        [.table("people", ["手机号"])] + rows + [
          .growingRow(["13805512398", Invented.childID], table: "people", ["手机号", "身份证号"])
        ]))
    let fields = bench.tally.fields.map { "\($0.key.field) \($0.value.matches)" }.sorted()
    #expect(fields == ["0 4101", "1 1"])
    #expect(bench.findings.suffix(2).map(\.years) == [8, 8])
  }

  @Test("A guardian's fields have the guardian's age, and lend none to the child")
  func guardians() {
    let bench = Bench().run(
      Script([
        .table("pupils", ["学生身份证号", "家长身份证号", "家长手机号", "学生手机号"]),
        .row([Invented.childID, Invented.adultID, Invented.phone, "13805512398"]),
        .row([Invented.childID, nil, Invented.phone, "13805512398"]),
        .row([nil, Invented.adultID, Invented.phone, "13805512398"]),
      ]))
    let ages = bench.findings.map { "\($0.record).\($0.field) \($0.years.map(String.init) ?? "?")" }
    #expect(
      ages == [
        "1.0 8", "1.1 40", "1.2 40", "1.3 8", "2.0 8", "2.2 ?", "2.3 8", "3.1 40", "3.2 40",
        "3.3 ?",
      ])
    #expect(
      bench.findings.allSatisfy {
        ($0.role == .guardian) == [1, 2].contains($0.field)
          && $0.labels.contains(.guardian) == ($0.role == .guardian)
      })
    #expect(bench.tally.tables[0].roles == [.subject, .guardian, .guardian, .subject])
  }

  @Test("Of two ages in a record the ID number's counts, and of two ID numbers the younger's")
  func ofTwoAges() {
    let bench = Bench().run(
      Script([
        .table("people", ["出生日期", "身份证号", "证件号码", "手机号"]),
        .row(["2018-03-07", Invented.adultID, nil, Invented.phone]),
        .row([nil, Invented.adultID, Invented.childID, Invented.phone]),
        .row(["2018-03-07", nil, nil, Invented.phone]),
      ]))
    #expect(bench.findings.filter { $0.type == "mobile-phone" }.map(\.years) == [40, 8, 8])
  }

  @Test("An age stated in years is told, and yields to a birth date and an ID number")
  func statedAges() {
    let bench = Bench().run(
      Script([
        .table("people", ["年龄", "出生日期", "身份证号", "手机号"]),
        .row(["9", nil, nil, Invented.phone]),
        .row(["9岁", "1999-03-07", nil, Invented.phone]),
        .row(["9", nil, Invented.adultID, Invented.phone]),
        .row([nil, nil, nil, Invented.phone]),
      ]))
    #expect(bench.findings.filter { $0.type == "mobile-phone" }.map(\.years) == [9, 27, 40, nil])
    #expect(bench.findings.filter { $0.type == "age" }.map(\.years) == [9, 9, 9])
  }

  @Test("In text each line is a record of its own")
  func lines() {
    let bench = Bench().run(
      Script([
        .text(
          "身份证号：\(Invented.childID) 手机号：\(Invented.phone)\n手机号：\(Invented.phone)\n"
            + "手机号：\(Invented.phone) 身份证号：\(Invented.adultID)\n"),
        .text("手机号：\(Invented.phone)\n"),
      ]))
    #expect(bench.findings.map(\.line) == [1, 1, 2, 3, 3, 4])
    #expect(bench.findings.map(\.years) == [8, 8, nil, 40, 40, nil])
  }

  @Test("Masked forms, values and evidence are those of their own finding, however batches are cut")
  func batches() {
    // More findings than a batch holds, in one push and in many.
    let line = "手机号：\(Invented.phone) 邮箱：\(Invented.email)\n"
    let block = String(repeating: line, count: 500)
    for pushes in [Array(repeating: block, count: 8), [String(repeating: block, count: 8)]] {
      let bench = Bench(Bench.options(reveals: true)).run(Script(pushes.map { .text($0) }))
      #expect(bench.fullBatches > 0)
      #expect(bench.findings.count == 8_000)
      let first = bench.findings.prefix(2)
      for (index, finding) in bench.findings.enumerated() {
        let model = first[index % 2]
        let agrees =
          finding.masked == model.masked && finding.value == model.value
          && finding.evidence == model.evidence && finding.line == index / 2 + 1
        #expect(agrees, "finding \(index)")
        if !agrees { return }
      }
      #expect(first.map(\.value) == [Invented.phone, Invented.email])
    }
  }

  @Test("Where nobody reads findings they are counted all the same", arguments: [1, 3, 2000])
  func unread(lines: Int) {
    let text = (0..<lines).map { _ in "手机号：\(Invented.phone) 邮箱：\(Invented.email)\n" }.joined()
    let bench = Bench(Bench.options(findingsLimit: 0)).run(Script([.text(text)]))
    #expect(bench.findings == [])
    for type in ["mobile-phone", "email"] {
      #expect(bench.tally(type)?.matches == UInt64(lines))
      #expect(bench.tally(type)?.distinct.count == 1)
    }
    #expect(
      bench.tally("mobile-phone").map { String(decoding: $0.sample, as: UTF8.self) }
        == "139******18")
  }

  /// Reads `rows` rows of a table in two segments and gives what was counted in each.
  private func segments(findingsLimit: Int, rows: Int) -> [SourceTally] {
    let bench = Workbench(Bench.options(findingsLimit: findingsLimit)) { false }
    bench.begin()
    bench.locator = Offsets()
    bench.table(
      TableShape(name: "t", columns: [ColumnShape(name: "手机号"), ColumnShape(name: "姓名")]))
    var tallies: [SourceTally] = []
    for row in 0..<rows {
      bench.beginRecord()
      let phone = Array("139\(10_000_000 + row * 7919 % 80_000_000)".utf8)
      bench.field(phone.span, core: 0..<phone.count, column: 0, isWhole: true)
      let name = Array(["王小明", "李建国", "张秀英"][row % 3].utf8)
      bench.field(name.span, core: 0..<name.count, column: 1, isWhole: true)
      bench.endRecord()
      if row == rows - 100 { tallies.append(bench.endSegment().tally) }
    }
    bench.freezeCurrent()
    tallies.append(bench.endSegment().tally)
    return tallies
  }

  private final class Offsets: Locator {
    func locate(_ offset: Int) -> Location {
      Location(byteOffset: UInt64(offset), line: 1, column: UInt64(offset) + 1)
    }
  }

  @Test("Each segment has its samples, whether or not anybody reads the findings")
  func samples() {
    let read = segments(findingsLimit: .max, rows: 9000)
    let unread = segments(findingsLimit: 0, rows: 9000)
    for (read, unread) in zip(read, unread) {
      #expect(read.fields.count == 2 && unread.fields.keys == read.fields.keys)
      for (key, tally) in read.fields {
        #expect(!tally.sample.isEmpty && unread.fields[key]?.sample == tally.sample)
        #expect(unread.fields[key]?.sampleEvidence == tally.sampleEvidence)
        #expect(unread.fields[key]?.matches == tally.matches)
        #expect(unread.fields[key]?.distinct.count == tally.distinct.count)
      }
    }
  }

  @Test("Of each field and type as many findings are listed as was asked for")
  func limited() {
    let rows = (0..<20).map { _ in Script.Step.row([Invented.phone, Invented.email]) }
    let bench = Bench(Bench.options(findingsLimit: 3)).run(
      Script([.table("t", ["手机号", "邮箱"])] + rows))
    #expect(bench.findings.map(\.record) == [1, 1, 2, 2, 3, 3])
    #expect(bench.tally("email", field: 1, table: 0)?.matches == 20)
  }

  @Test("Weak findings are counted apart, and listed where that was asked for")
  func levels() {
    // Fifteen digits without a label are no more than possible.
    let script = Script([.text("\(Invented.childID)\n\(Invented.phone)\n")])
    let certain = Bench(Bench.options(minimumLevel: .certain)).run(script)
    #expect(certain.findings.allSatisfy { $0.level == .certain })
    let likely = Bench().run(Script([.text("\(Invented.childID)\n\(Invented.phone)\n")]))
    #expect(likely.findings.count >= certain.findings.count)
    for type in ["resident-id", "mobile-phone"] {
      #expect(certain.tally(type)?.matches == likely.tally(type)?.matches)
    }
  }

  @Test("A record of very many hits is closed, and a gap says so")
  func longRecord() {
    let many = String(repeating: Invented.phone + " ", count: 5000)
    let bench = Bench().run(
      Script([
        .table("t", ["手机号", "身份证号"]), .row([many, Invented.childID]), .row([Invented.phone, nil]),
      ]))
    #expect(bench.gaps.map(\.reason) == [.recordTooLong])
    #expect(bench.findings.count == 5002)
    #expect(bench.tally.tables[0].records == 2)
  }

  @Test("Gaps of the reader are kept, the first hundred of them")
  func gaps() {
    let bench = Bench().run(
      Script(
        (0..<150).map { .gap(Gap(.malformed, at: $0)) } + [.text("手机号：\(Invented.phone)\n")]))
    #expect(bench.gaps == (0..<100).map { Gap(.malformed, at: $0) })
    #expect(bench.findings.count == 1)
  }

  @Test("A value in pieces is found once, and counted as one value")
  func pieces() {
    let text = "手机号：\(Invented.phone)，完"
    let bytes = text.utf8.count
    for cut in 1..<bytes {
      let bench = Bench().run(
        Script([
          .table("t", ["备注"]),
          .pieces([(text, 0..<cut), (text, cut..<bytes)], column: 0),
        ]))
      #expect(bench.findings.count == 1, "cut at \(cut)")
      #expect(bench.tally.tables[0].values == [1], "cut at \(cut)")
    }
  }

  @Test("A bench is clean when the next source begins")
  func nextSource() {
    let bench = Bench()
    bench.run(Script([.table("t", ["手机号"]), .row([Invented.phone]), .gap(Gap(.malformed))]))
    #expect(bench.findings.count == 1)
    let before = bench.findings.count
    bench.run(Script([.text("nothing\n")]))
    #expect(bench.findings.count == before)
    #expect(bench.gaps == [])
    #expect(bench.tally.tables.isEmpty)
    #expect(bench.tally.fields.isEmpty)
  }
}
