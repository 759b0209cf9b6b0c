import Detectors
import Findings
import Testing

/// Published numbers stay findings and bear a label. The numbers are those of the sources that
/// test_data.tsv names; what is not labelled is invented.
@Suite struct TestDataTests {
  private func labelled(_ text: String, _ type: String) throws -> [Bool] {
    let probe = try Probe()
    let bytes = Array(text.utf8)
    probe.finder.find(in: bytes.span, core: 0..<bytes.count, column: nil)
    return probe.finder.hits.filter {
      probe.ruleSet.types[Int($0.rule)].id.rawValue == type && $0.decibans >= 0
    }.map { $0.labels.contains(.testData) }
  }

  @Test(
    "A published number is found and labelled, however it is written",
    arguments: [
      ("手机：13800138000", "mobile-phone"),
      ("手机：+86 138-0013-8000", "mobile-phone"),
      ("手机：１３８００１３８０００", "mobile-phone"),
      ("手机：15012345678", "mobile-phone"),
      ("身份证号：11010519491231002x", "resident-id"),
      ("身份证号：110105491231002", "resident-id"),
      ("身份证号：110101199003074557", "resident-id"),
      ("卡号：4111 1111 1111 1111", "bank-card"),
      ("卡号：6216261000000000018", "bank-card"),
      ("IMEI: 490154203237518", "imei"),
      ("imsi=460001234567890", "imsi"),
      ("邮箱：Zhang.San@Example.COM", "email"),
      ("邮箱：a.b@mail.example.org", "email"),
      ("邮箱：test@test.com", "email"),
      ("姓名：张三", "person-name"),
    ])
  func published(text: String, type: String) throws {
    #expect(try labelled(text, type) == [true])
  }

  @Test(
    "A number like any other bears no label, nor one that people pay for",
    arguments: [
      ("手机：13912345670", "mobile-phone"),
      ("手机：13888888888", "mobile-phone"),
      ("手机：13800138001", "mobile-phone"),
      ("身份证号：110101199003084552", "resident-id"),
      ("邮箱：zhang@example.company", "email"),
      ("邮箱：zhang@myexample.com", "email"),
      ("邮箱：mytest@test.com", "email"),
      ("姓名：张三丰", "person-name"),
    ])
  func ordinary(text: String, type: String) throws {
    #expect(try labelled(text, type).contains(true) == false)
  }

  @Test("Every row of the table is a value that its rule finds, where it is a whole one")
  func wholeValues() throws {
    let words = [
      "resident-id": "身份证号", "mobile-phone": "手机", "bank-card": "卡号", "imei": "IMEI",
      "email": "邮箱", "person-name": "姓名",
    ]
    let table = try BuiltinRules.tables().table("test_data")
    var rows: [(type: String, value: String)] = []
    let (type, form, value) = (table.column("type"), table.column("form"), table.column("value"))
    table.forEachRow { cells in
      guard table.text(cells[form]) == "value" else { return }
      rows.append((table.text(cells[type]), table.text(cells[value])))
    }
    #expect(rows.count > 60)
    for row in rows {
      guard let word = words[row.type] else { continue }
      #expect(try labelled("\(word)：\(row.value)", row.type) == [true], "\(row.type) \(row.value)")
    }
  }
}
