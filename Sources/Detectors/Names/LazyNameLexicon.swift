import Synchronization

/// The characters of names, read from the tables when the first name is weighed and then shared by all
/// workers: a run that meets none pays nothing.
///
/// Workers that ask at the same moment may each read the tables (a millisecond); all use what the
/// first of them has stored.
final class LazyNameLexicon: Sendable {
  private final class Box: Sendable {
    let lexicon: NameLexicon
    init(_ lexicon: NameLexicon) { self.lexicon = lexicon }
  }

  private let stored = AtomicLazyReference<Box>()
  private let tables: FactTables

  init(_ tables: FactTables) { self.tables = tables }

  var value: NameLexicon {
    if let box = stored.load() { return box.lexicon }
    return stored.storeIfNil(Box(NameLexicon(tables))).lexicon
  }
}
