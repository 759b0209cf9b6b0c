import Findings
import Testing

@testable import Detectors

/// Declared types of columns, as MySQL, PostgreSQL, Oracle, SQL Server and SQLite write them.
@Suite struct DeclaredTypeTests {
  @Test(
    "A declared type is read by what it can hold",
    arguments: [
      ("varchar(18)", .text(limit: 18)), ("VARCHAR2(20 CHAR)", .text(limit: 20)),
      ("character varying(11)", .text(limit: 11)), ("char(11)", .text(limit: 11)),
      ("text", .text(limit: nil)), ("longtext", .text(limit: nil)),
      ("nvarchar(max)", .text(limit: nil)), ("character varying", .text(limit: nil)),
      ("bigint(20) unsigned", .integer(digits: 19)), ("int(11)", .integer(digits: 10)),
      ("INTEGER", .integer(digits: 10)), ("tinyint(1)", .boolean), ("bit(1)", .boolean),
      ("boolean", .boolean), ("tinyint(4)", .integer(digits: 3)),
      ("decimal(10,2)", .fraction), ("NUMBER(12, 2)", .fraction),
      ("decimal(18,0)", .integer(digits: 18)),
      ("NUMBER(11)", .integer(digits: 11)), ("numeric", .integer(digits: 38)),
      ("double precision", .fraction), ("float", .fraction), ("money", .fraction),
      ("date", .date), ("datetime(6)", .moment), ("timestamp without time zone", .moment),
      ("time", .time), ("year(4)", .time), ("json", .other), ("jsonb", .other),
      ("enum('M','F')", .choice), ("uuid", .uuid), ("inet", .network), ("blob", .other),
      ("text[]", .other), ("varbinary(16)", .other),
    ] as [(String, DeclaredType)])
  func reading(_ text: String, _ expected: DeclaredType) {
    #expect(DeclaredType(text) == expected)
  }

  @Test("No declaration says nothing")
  func none() {
    #expect(DeclaredType("") == nil)
    #expect(DeclaredType("(18)") == nil)
  }

  @Test(
    "A number is found in a column that can hold it, and not in an amount, a time or a counter",
    arguments: [
      ("varchar(20)", false, true), ("char(11)", false, true), ("bigint", false, true),
      ("text", false, true), ("json", false, true), ("", false, true),
      ("bigint", true, false), ("decimal(10,2)", false, false), ("double", false, false),
      ("datetime", false, false), ("boolean", false, false), ("varchar(10)", false, false),
      ("uuid", false, false), ("enum('a','b')", false, false),
    ])
  func phone(_ type: String, _ isCounter: Bool, _ isFound: Bool) throws {
    let column = ColumnShape(name: "f1", declaredType: type, isCounter: isCounter)
    let found = try Probe().likely("13812345678", column: column)
    #expect(found == (isFound ? ["mobile-phone 13812345678"] : []))
  }

  @Test("A column named for phones keeps them in a column of whole numbers")
  func namedInteger() throws {
    let column = ColumnShape(name: "mobile", declaredType: "bigint(20)")
    #expect(try Probe().find("13812345678", column: column).first?.level == .certain)
  }

  @Test("The width of a citizen number speaks for one, and the evidence says so")
  func width() throws {
    let column = ColumnShape(name: "f1", declaredType: "varchar(18)")
    let hit = try #require(try Probe().find("11010519491231002X", column: column).first)
    #expect(hit.evidence.contains("declared:width"))
  }

  @Test("A day of birth may be declared as a day or as a moment, by a column of that name only")
  func birthDate() throws {
    for type in ["date", "datetime", "varchar(10)", "timestamp"] {
      let birth = ColumnShape(name: "birthday", declaredType: type)
      #expect(try Probe().likely("1990-05-06", column: birth) == ["birth-date 1990-05-06"])
      let other = ColumnShape(name: "visited", declaredType: type)
      #expect(try Probe().likely("1990-05-06", column: other).isEmpty)
    }
  }
}
