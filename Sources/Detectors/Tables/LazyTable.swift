import Synchronization

/// What a check reads from the fact tables, read when the first value asks for it and then shared by all workers:
/// a run that meets no such value pays nothing.
///
/// Workers that ask at the same moment may each read the tables; all use later what the first of them has stored.
/// (`AtomicLazyReference` is generic code at run time: 250 instructions for each value.)
final class LazyTable<Content: Sendable>: @unchecked Sendable {
  // @unchecked: `stored` is written once, by whoever claims it, and read only when `isStored` says so.
  private let isClaimed = Atomic<Bool>(false)
  private let isStored = Atomic<Bool>(false)
  private var stored: Content?
  private let tables: FactTables
  private let read: @Sendable (FactTables) -> Content

  /// - Parameter read: makes the content; a millisecond at most.
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
    let content = read(tables)
    if !isClaimed.exchange(true, ordering: .relaxed) {
      stored = content
      isStored.store(true, ordering: .releasing)
    }
    return content
  }
}
