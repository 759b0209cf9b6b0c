import Findings
import Testing

@testable import Detectors

@Suite struct DateCheckTests {
  static func birth(_ type: any Check.Type, _ text: String, asOf: CivilDate = BuiltinRules.asOf)
    -> String?
  {
    var facts = Facts(asOf: asOf)
    guard type.init(CheckDigitTests.noTables).test(Array(text.utf8).span, &facts) == .pass else {
      return nil
    }
    return facts.birth?.iso
  }

  @Test(
    "A birth date is a day from 1890 to the as-of day",
    arguments: [
      ("19491231", "1949-12-31"), ("20240229", "2024-02-29"), ("20000229", "2000-02-29"),
      ("18900101", "1890-01-01"), ("20261122", "2026-11-22"),
      ("19490231", nil), ("20230229", nil), ("19000229", nil), ("19490431", nil),
      ("19491301", nil), ("19490001", nil), ("19490100", nil), ("18791231", nil),
      ("20261123", nil), ("20270101", nil), ("00000000", nil), ("1949123X", nil),
    ] as [(String, String?)])
  func dates(_ digits: String, _ expected: String?) {
    #expect(Self.birth(CivilDateCheck.self, digits) == expected)
    #expect(Self.birth(BirthDateCheck.self, "110105" + digits + "0020") == expected)
  }

  @Test("A citizen number may be of somebody born from 1880, a date on its own of 1890")
  func earliest() {
    #expect(Self.birth(CivilDateCheck.self, "18891231") == nil)
    #expect(Self.birth(BirthDateCheck.self, "110105" + "18800101" + "0020") == "1880-01-01")
  }

  @Test(
    "A citizen number of 15 digits tells a day of the years 1900 to 1999",
    arguments: [
      ("110105491231002", "1949-12-31"), ("110105000101002", "1900-01-01"),
      ("110105960229002", "1996-02-29"), ("110105970229002", nil), ("110105000229002", nil),
      ("110105491331002", nil), ("11010549123100", nil), ("1101054912310020", nil),
    ] as [(String, String?)])
  func fifteenDigits(_ number: String, _ expected: String?) {
    #expect(Self.birth(BirthDateCheck.self, number) == expected)
  }

  @Test("The as-of day bounds the date")
  func asOf() throws {
    let day = try #require(CivilDate(iso: "1949-12-30"))
    #expect(Self.birth(CivilDateCheck.self, "19491230", asOf: day) == "1949-12-30")
    #expect(Self.birth(CivilDateCheck.self, "19491231", asOf: day) == nil)
    #expect(Self.birth(BirthDateCheck.self, "110105491231002", asOf: day) == nil)
  }
}
