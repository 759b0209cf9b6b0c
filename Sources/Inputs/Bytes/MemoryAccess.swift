package import Findings

/// A source in memory: what must be read at any place but comes as a stream (standard input, a member
/// of an archive).
package final class MemoryAccess: RandomAccess {
  private static let blockInBytes = 1 << 20

  /// All of one length but the last.
  private var blocks: [[UInt8]] = []
  package private(set) var sizeInBytes: UInt64 = 0
  /// Why it is not the whole source: `limit`, or what the source threw.
  package private(set) var gap: Gap?

  /// Reads `source` to its end, or up to `limitInBytes`.
  package init(_ source: any ByteSource, limitInBytes: Int) {
    while gap == nil {
      let (block, failure) = FileProbe.start(of: source, count: Self.blockInBytes)
      guard sizeInBytes + UInt64(block.count) <= UInt64(limitInBytes) else {
        gap = Gap(.limit, at: sizeInBytes)
        return
      }
      blocks.append(block)
      sizeInBytes += UInt64(block.count)
      gap = failure
      if block.count < Self.blockInBytes { return }
    }
  }

  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at byteOffset: UInt64
  ) throws(Gap) -> Int {
    guard byteOffset < sizeInBytes else { return 0 }
    let count = min(buffer.count, Int(sizeInBytes - byteOffset))
    var filled = 0
    while filled < count {
      let place = Int(byteOffset) + filled
      let within = place % Self.blockInBytes
      let part = blocks[place / Self.blockInBytes][within...].prefix(count - filled)
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      unsafe rest.copyBytes(from: part)
      filled += part.count
    }
    return filled
  }
}
