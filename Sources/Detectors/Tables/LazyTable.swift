import Synchronization

/// What a check reads from the fact tables, read when the first value asks for it and then shared by all workers:
/// a run that meets no such value pays nothing.
///
/// Of workers that ask at the same moment one reads the tables, and the others wait for it: to read them
/// twice is twice the memory. (`AtomicLazyReference` is generic code at run time: 250 instructions for each
/// value.)
final class LazyTable<Content: Sendable>: @unchecked Sendable {
  // @unchecked: `stored` is written once, inside `making`, and read only when `isStored` says so.
  private let making = Mutex<Void>(())
  private let isStored = Atomic<Bool>(false)
  private var stored: Content?
  private let tables: FactTables
  private let read: @Sendable (FactTables) -> Content

  /// - Parameter read: makes the content, in some milliseconds; it does not ask for it.
  init(_ tables: FactTables, read: @escaping @Sendable (FactTables) -> Content) {
    self.tables = tables
    self.read = read
  }

  var content: Content {
    if isStored.load(ordering: .acquiring), let stored { return stored }
    return made()
  }

  @inline(never)
  private func made() -> Content {
    making.withLock { _ in
      if isStored.load(ordering: .acquiring) { return }
      stored = read(tables)
      isStored.store(true, ordering: .releasing)
    }
    guard let stored else { preconditionFailure("a table was read and is not there") }
    return stored
  }
}
