import Synchronization

/// The words of a set of tables that name data, kept from the first time that they were read.
final class SharedTerms: Sendable {
  private final class Box: Sendable {
    let terms: ContextTerms
    init(_ terms: ContextTerms) { self.terms = terms }
  }

  private let stored = AtomicLazyReference<Box>()
  private let making = Mutex<Void>(())

  /// Of threads that ask at the same moment one reads them, and the others wait for it.
  func value(of tables: FactTables) -> ContextTerms {
    if let box = stored.load() { return box.terms }
    return making.withLock { _ in
      (stored.load() ?? stored.storeIfNil(Box(ContextTerms(tables)))).terms
    }
  }
}
