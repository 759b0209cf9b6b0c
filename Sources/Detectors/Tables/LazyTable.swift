import Synchronization

/// What a check reads from the fact tables, read when the first value asks for it and then shared by all workers:
/// a run that meets no such value pays nothing.
///
/// Workers that ask at the same moment may each read the tables; all use what the first of them has stored.
final class LazyTable<Content: Sendable>: Sendable {
  private final class Box: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }

  private let stored = AtomicLazyReference<Box>()
  private let tables: FactTables
  private let read: @Sendable (FactTables) -> Content

  /// - Parameter read: makes the content; a millisecond at most.
  init(_ tables: FactTables, read: @escaping @Sendable (FactTables) -> Content) {
    self.tables = tables
    self.read = read
  }

  var content: Content { (stored.load() ?? stored.storeIfNil(Box(read(tables)))).content }
}
