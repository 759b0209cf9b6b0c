import Findings
import Testing

@testable import Scanner

/// Columns of one type, of several, of text, and of numbers that are nobody's.
@Suite struct ColumnKindTests {
  private func run(
    _ values: [String?], column: String = "f3", minimumLevel: Level = .likely
  ) -> Bench {
    Bench(Bench.options(minimumLevel: minimumLevel)).run(
      Script([.table("t", [column])] + values.map { .row([$0]) }))
  }

  /// Numbers of a congruential sequence, so that nothing in them rises or repeats.
  private func numbers(_ count: Int, digits: Int, prefix: String = "") -> [String] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
      var number = prefix
      while number.count < digits {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        number.append(Character(String((state >> 33) % 10)))
      }
      return number
    }
  }

  private func types(_ bench: Bench) -> Set<String> { Set(bench.findings.map(\.type)) }

  @Test("Numbers of eleven digits hold no phone numbers, whatever some begin with")
  func elevenDigits() {
    let bench = run(numbers(400, digits: 11))
    #expect(bench.findings.isEmpty, "\(bench.findings.map(\.type))")
    // All begin as phone numbers do, and a third of them in segments nobody has.
    #expect(run(numbers(400, digits: 11, prefix: "1")).findings.isEmpty)
  }

  @Test("The same numbers in a column named for phones are phone numbers")
  func namedEleven() {
    let bench = run(numbers(400, digits: 11, prefix: "1"), column: "phone")
    #expect(bench.findings.count > 100)
    #expect(types(bench) == ["mobile-phone"])
  }

  @Test("Order numbers under a bank's prefix are no cards, though one in ten passes Luhn")
  func orders() {
    #expect(run(numbers(300, digits: 19, prefix: "622202")).findings.isEmpty)
    #expect(run(numbers(300, digits: 16, prefix: "4392")).findings.isEmpty)
  }

  @Test(
    "Keys, time stamps and snowflakes are no numbers of persons",
    arguments: [
      { (i: Int) in 13_812_340_000 + i }, { 1_700_000_000_000 + $0 * 7919 },
      { 1_780_000_000_000_000_000 + $0 << 22 }, { 20_260_615_120_000 + $0 },
      { 6_222_021_234_500_000 + $0 * 3 }, { 622_202_123_456_789_000 + $0 * 16 },
    ] as [@Sendable (Int) -> Int])
  func counters(_ value: @Sendable (Int) -> Int) {
    let bench = run((0..<500).map { String(value($0)) })
    #expect(bench.findings.isEmpty, "\(types(bench))")
  }

  @Test("Phone numbers in rising order are phone numbers all the same")
  func sorted() {
    let phones = (0..<500).map { String(13_812_345_678 + $0 * 104_729) }
    #expect(run(phones).findings.count > 450)
  }

  @Test("A column of phones and mail addresses holds both, each value its own")
  func contacts() {
    let values = (0..<200).map { i in
      i % 2 == 0 ? String(13_900_000_000 + i * 450_001) : "user\(i)@example.com"
    }
    let bench = run(values, column: "contact")
    #expect(bench.findings.count { $0.type == "mobile-phone" } == 100)
    #expect(bench.findings.count { $0.type == "email" } == 100)
  }

  @Test("A real number among many values that are none stays")
  func rare() {
    let id = Invented.residentID("110105", "19910307", "123")
    var values: [String?] = Array(repeating: nil, count: 300)
    values[150] = id
    #expect(run(values).findings.map(\.type) == ["resident-id"])
    var words: [String?] = (0..<300).map { "备注\($0)" }
    words[3] = Invented.phone
    #expect(run(words).findings.map(\.type) == ["mobile-phone"])
    var others: [String?] = numbers(300, digits: 18, prefix: "9")
    others[100] = id
    #expect(run(others).findings.map(\.type) == ["resident-id"])
  }

  @Test("What stands in long texts is judged as in text, whatever the column holds besides")
  func texts() {
    let filler = "客户来电反映产品使用中的问题，已经安排工程师上门检查并且登记在册，请跟进处理。"
    let values = (0..<60).map { i in
      i % 20 == 0
        ? filler + "联系手机\(Invented.phone)，谢谢。" : filler + filler + String(repeating: "好", count: i)
    }
    let bench = run(values)
    #expect(bench.findings.count == 3)
    #expect(bench.findings.allSatisfy { !$0.evidence.contains("column-verdict") })
  }

  @Test("Mail addresses stay where most of the column's others are of no public domain")
  func mails() {
    let values = (0..<100).map { $0 % 10 == 0 ? "u\($0)@example.com" : "u\($0)@host.corp-local" }
    #expect(run(values).findings.count == 10)
  }

  @Test("Values told by the name of their column are counted as such")
  func told() throws {
    let bench = run(["男", "女", nil, "男", "-"], column: "性别")
    #expect(bench.findings.map(\.type) == ["gender", "gender", "gender"])
    #expect(bench.findings.map(\.record) == [1, 2, 4])
    let tally = try #require(bench.tally("gender", field: 0, table: 0))
    #expect(tally.basis == .name)
    #expect(tally.matches == 3)
    #expect(tally.distinct.count == 2)
    #expect(tally.level == .certain)
  }

  @Test("What a weak word tells is counted as possible")
  func weakName() throws {
    let bench = run(["a", "b"], column: "position")
    #expect(bench.findings.isEmpty)
    #expect(bench.tally("job-title", field: 0, table: 0)?.possible == 2)
  }

  @Test("The record's age goes to what a name tells")
  func ages() {
    let id = Invented.residentID("110105", "20180307", "123")
    let bench = Bench().run(Script([.table("t", ["身份证号", "性别"]), .row([id, "女"])]))
    #expect(bench.findings.map(\.type) == ["resident-id", "gender"])
    #expect(bench.findings.map(\.years) == [8, 8])
  }
}
