import Synchronization

/// The words of a set of tables that name data, kept from the first time that they were read.
final class SharedTerms: Sendable {
  private final class Box: Sendable {
    let terms: ContextTerms
    init(_ terms: ContextTerms) { self.terms = terms }
  }

  private let stored = AtomicLazyReference<Box>()

  /// Threads that ask at the same moment may each read them; all use what the first of them has stored.
  func value(of tables: FactTables) -> ContextTerms {
    (stored.load() ?? stored.storeIfNil(Box(ContextTerms(tables)))).terms
  }
}
