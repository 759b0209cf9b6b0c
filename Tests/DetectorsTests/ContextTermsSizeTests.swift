import Detectors
import Testing

@Suite("Tables of terms of any size")
struct ContextTermsSizeTests {
  @Test("A user's table of many terms is taken", arguments: [0, 1, 700, 40_000])
  func size(count: Int) {
    let header = "kind\tform\tweight\tterm\n"
    let rows = (0..<count).map { "order\ten\tstrong\torder number \($0)\n" }
    let tables = FactTables { name in
      Array((name == "decoy_terms" ? header + rows.joined() : "").utf8)
    }
    #expect(ContextTerms(tables).terms.count == count)
  }
}
