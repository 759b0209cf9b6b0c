import Synchronization

/// The names of divisions, read from the tables when the first candidate asks for them and then
/// shared by all workers: a run that meets no place pays nothing.
///
/// Workers that ask at the same moment may each read the tables (ten milliseconds); all use what the
/// first of them has stored.
final class LazyRegionGazetteer: Sendable {
  private let stored = AtomicLazyReference<RegionGazetteer>()
  private let tables: FactTables

  init(_ tables: FactTables) { self.tables = tables }

  var value: RegionGazetteer {
    if let gazetteer = stored.load() { return gazetteer }
    return stored.storeIfNil(
      RegionGazetteer(regions: tables.table("regions"), townships: tables.table("townships")))
  }
}
