import BuiltinRulesets
import Findings
import Testing

@testable import Detectors

/// Landline numbers in the spellings of ITU-T E.123, of phone books and of tables. The codes and
/// lengths are those of YD/T 1088; that each number is one was checked with phonenumbers 9.0.43.
@Suite struct LandlineSpellingTests {
  /// The landline numbers of a text, or of a value of a column, at `likely` or above.
  private static func numbers(in line: String, column: String? = nil) throws -> [String] {
    let asOf = try #require(CivilDate(iso: "2026-11-22"))
    let key = FingerprintKey(master: [UInt8](repeating: 1, count: 32))
    let ruleSet = AddressTests.ruleSet
    let finder = Finder(ruleSet, key: key, asOf: asOf)
    let context = column.map { ColumnContext(ColumnShape(name: $0), in: ruleSet) }
    let text = Array(line.utf8)
    finder.find(in: text.span, core: 0..<text.count, column: context)
    let type = TypeID(rawValue: "landline-phone")
    return finder.hits.filter {
      ruleSet.types[Int($0.rule)].id == type && Int($0.decibans) >= 10
    }.map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  @Test(
    "A landline number is found in any spelling",
    arguments: [
      "«0571-87951234»", "«(0571)8795 1234»", "«0571-8795-1234»", "«0571－87951234»",
      "«0571 87951234»",
      "«（0571）87951234»", "«0571 - 8795 1234»", "«0571—87951234»", "«010-62 75 12 34»",
      "«+86-571-87951234»", "«+86 571 8795 1234»", "«+86 (0)571 87951234»", "«(+86)571-87951234»",
      "«0086-571-87951234»", "«86-571-87951234»", "«86-10-62751234»", "电话«8657187951234»",
      "«0571-87951234-8001»", "«0571-87951234转801»", "«0571-87951234 ext. 801»",
      "«0571-87951234x801»",
      "«0571-87951234(转8001)»", "«0571-87951234（分机8001）»", "«0571-87951234#801»",
      "请拨打«057187951234»咨询", "请拨打«02062751234转8001»", "电话：«010-62751234»/35",
      "公司总部«+852 2345 6789»", "公司总部«+853 2833 4455»", "公司总部«+886-2-2345-6789»",
    ])
  func spelling(_ line: String) throws {
    let (text, span) = try AddressTests.unmarked(line)
    #expect(try Self.numbers(in: text) == [span], "\(line)")
  }

  @Test("The second number of an office may lack the area code")
  func second() throws {
    #expect(
      try Self.numbers(in: "电话：0571-87951234、87951235") == ["0571-87951234", "87951235"])
    #expect(
      try Self.numbers(in: "010-62751234/62751235") == ["010-62751234", "62751235"])
  }

  @Test(
    "What only looks like a landline number is none",
    arguments: [
      "order_id=0312345678 status=ok", "seq 00012345678 done", "upc 036000291452 title tea",
      "trace=057187951234 done", "版本 0571-20240512 发布", "0571-8795123", "0571-879512345",
      "0999-87951234", "020 12345678", "400-820-8820", "800-810-8888", "项目编号0571-2024001",
      "000000 0571 8795 1234 5678 9012", "1-010-62751234", "订单号057187951234", "sku 0755-2345678-A",
      "+86-400-820-8820",
    ])
  func lookAlike(_ line: String) throws {
    #expect(try Self.numbers(in: line) == [], "\(line)")
  }

  @Test(
    "A number without separators is one in a column of phones",
    arguments: [("phone", "057187951234"), ("office_tel", "8657187951234"), ("固定电话", "87951234")])
  func column(_ name: String, _ value: String) throws {
    #expect(try Self.numbers(in: value, column: name) == [value])
  }
}
