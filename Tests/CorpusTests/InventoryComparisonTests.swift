import Testing

@testable import accuracy

@Suite struct InventoryComparisonTests {
  private static let expected = InventoryComparison.ExpectedRow(
    path: "school/school.sql", table: "students", field: "id_card", type: "resident-id",
    matches: 3, distinct: 2, under14: 1, upto14: 1, age1417: 1, adult: 1, unknownAge: 0)
  private static let header =
    "path,member,table,field,type,matches,distinct,under_14,age_14_17,adult,unknown_age"

  private static func compare(_ rows: String) -> InventoryComparison {
    InventoryComparison(
      expected: [expected], found: InventoryTable(text: "\u{feff}" + header + "\r\n" + rows))
  }

  @Test("Equal cells agree, whatever stands before the path and the table")
  func equal() {
    let row = "corpus/school/school.sql,,school.students,id_card,resident-id,3,2,1,1,1,0\r\n"
    let comparison = Self.compare(row)
    #expect(comparison.agrees)
    #expect(comparison.compared == 6)
  }

  @Test("A cell that differs, a row that is missing and one too many are told apart")
  func different() {
    let wrong = Self.compare("school/school.sql,,students,id_card,resident-id,3,2,0,2,1,0\n")
    #expect(wrong.differences.count == 2)
    let other = Self.compare("school/school.sql,,students,remark,resident-id,1,1,0,0,0,1\n")
    #expect(other.missing.count == 1)
    #expect(other.extra.count == 1)
    #expect(!other.agrees)
  }

  @Test("Quoted cells, breaks in them and the spreadsheet guard are undone")
  func parsing() {
    let table = InventoryTable(text: "a,b\n\"x,\"\"y\"\"\n2\",'=1+1\n")
    #expect(table.rows == [["a": "x,\"y\"\n2", "b": "=1+1"]])
  }
}
