import Findings

/// One source after the other.
final class ChainedSource: ByteSource {
  private let first: any ByteSource
  private let rest: (any ByteSource)?
  /// The gap that covers what follows `first`.
  private let gap: Gap?
  private var firstHasEnded = false

  init(_ first: any ByteSource, gap: Gap?, rest: (any ByteSource)?) {
    self.first = first
    self.gap = gap
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    if !firstHasEnded {
      let count = unsafe try first.read(into: buffer)
      if count > 0 { return count }
      firstHasEnded = true
    }
    if let gap { throw gap }
    return unsafe try rest?.read(into: buffer) ?? 0
  }
}
