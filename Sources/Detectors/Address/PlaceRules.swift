import Findings
import Sieve

/// What all workers share of the search for addresses: the alphabet of marks, the names of divisions
/// and the numbers of the items of evidence.
struct PlaceRules: Sendable {
  let alphabet = PlaceAlphabet(PlaceRoles.marks)
  let gazetteer: LazyRegionGazetteer
  /// Numbers in the run's list, by `AddressEvidence.rawValue`.
  private let numbers: [UInt16]

  init(tables: FactTables, names: inout EvidenceNames) {
    gazetteer = LazyRegionGazetteer(tables)
    numbers = AddressEvidence.allCases.map { names.number(of: $0.name) }
  }

  /// What the items of an assessment are in the finder's list, by `AddressEvidence.rawValue`.
  var evidence: ContiguousArray<Evidence> {
    ContiguousArray(
      AddressEvidence.allCases.map {
        Evidence(name: numbers[$0.rawValue], decibans: Int16($0.decibans))
      })
  }

  /// What the address behind a label is for.
  func kind(ofName name: String) -> Kind { AddressCue.kind(ofName: name) ?? .plain }

  /// What the addresses of a column are for, as its name or, where that says nothing, its comment
  /// tells.
  func kind(ofColumn column: ColumnShape) -> Kind {
    AddressCue.kind(ofName: column.name) ?? AddressCue.kind(ofName: column.comment) ?? .plain
  }
}
