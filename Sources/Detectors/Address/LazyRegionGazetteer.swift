/// The names of divisions, read from the tables when the first candidate asks for them and then
/// shared by all workers: a run that meets no place pays nothing.
///
/// Workers that ask at the same moment may each read the tables (ten milliseconds); all use later what
/// the first of them has stored.
final class LazyRegionGazetteer: Sendable {
  private let table: LazyTable<RegionGazetteer>

  init(_ tables: FactTables) {
    table = LazyTable(tables) {
      RegionGazetteer(regions: $0.table("regions"), townships: $0.table("townships"))
    }
  }

  var value: RegionGazetteer { table.content }
}
