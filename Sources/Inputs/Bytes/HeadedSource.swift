import Findings

/// A source whose first bytes were read before, to recognise it.
final class HeadedSource: ByteSource {
  private let head: [UInt8]
  private let rest: any ByteSource
  /// The gap that covers what follows `head`, met when it was read.
  private let gap: Gap?
  private var headBytesDelivered = 0

  /// - Parameter rest: goes on behind `head`.
  init(head: [UInt8], gap: Gap? = nil, rest: any ByteSource) {
    self.head = head
    self.gap = gap
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    guard headBytesDelivered < head.count else {
      if let gap { throw gap }
      return unsafe try rest.read(into: buffer)
    }
    let count = min(buffer.count, head.count - headBytesDelivered)
    unsafe buffer.copyBytes(from: head[headBytesDelivered..<headBytesDelivered + count])
    headBytesDelivered += count
    return count
  }
}
