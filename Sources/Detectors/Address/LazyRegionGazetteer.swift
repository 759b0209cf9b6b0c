/// The names of divisions, read from the tables when the first candidate asks for them and then
/// shared by all workers: a run that meets no place pays nothing.
final class LazyRegionGazetteer: Sendable {
  private let table: LazyTable<RegionGazetteer>

  init(_ tables: FactTables) {
    table = LazyTable(tables) {
      RegionGazetteer(regions: $0.table("regions"), townships: $0.table("townships"))
    }
  }

  var value: RegionGazetteer { table.content }
}
