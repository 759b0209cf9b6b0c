import Findings

/// Unpacked bytes of a member, counted against the budget.
final class UnpackedSource: ByteSource {
  private let source: any ByteSource
  private let budget: ArchiveBudget
  private let isCompression: Bool

  /// - Parameter isCompression: the member is what a compressed file holds.
  init(_ source: any ByteSource, budget: ArchiveBudget, isCompression: Bool) {
    self.source = source
    self.isCompression = isCompression
    self.budget = budget
  }

  /// See `ByteSource`. Throws `limit` where too much was unpacked.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let count = unsafe try source.read(into: buffer)
    try budget.unpack(count, isCompression: isCompression)
    return count
  }
}
