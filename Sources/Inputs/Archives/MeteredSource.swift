import Findings

/// The stored bytes of the outermost archive, counted as they are read: expansion is measured by them.
final class MeteredSource: ByteSource {
  private let source: any ByteSource
  private let budget: ArchiveBudget

  init(_ source: any ByteSource, budget: ArchiveBudget) {
    self.source = source
    self.budget = budget
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let count = unsafe try source.read(into: buffer)
    budget.take(count)
    return count
  }
}
