import Synchronization

/// How far a run has come, for whoever draws a bar. Counters only; read at any time.
package final class Progress: Sendable {
  private let files = Atomic<UInt64>(0)
  private let bytes = Atomic<UInt64>(0)
  private let cancelled = Atomic<Bool>(false)

  package init() {}

  package var filesDone: UInt64 { files.load(ordering: .relaxed) }
  package var bytesDone: UInt64 { bytes.load(ordering: .relaxed) }

  /// Asks the run to end soon: what is finished is reported and marked incomplete. Safe from any
  /// thread.
  package func cancel() { cancelled.store(true, ordering: .relaxed) }

  package var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  func add(bytes count: UInt64) { bytes.add(count, ordering: .relaxed) }

  func addFile() { files.add(1, ordering: .relaxed) }
}
