import Findings
import Sieve

struct PlaceRules: Sendable {
  let alphabet: PlaceAlphabet
  init(tables: FactTables, names: inout EvidenceNames) { alphabet = PlaceAlphabet("") }
  func kind(ofColumn column: ColumnShape) -> Kind { .none }
}
