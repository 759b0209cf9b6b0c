import Findings

/// An archive that is held in memory, in blocks, so that it never has to be moved while it grows.
final class HeldSource: SeekableSource {
  /// Size of every block but the last.
  static let blockInBytes = 1 << 20

  private var blocks: [[UInt8]] = []
  private var count = 0
  private var offset = 0

  /// Adds a block behind one of `blockInBytes`.
  func append(_ block: [UInt8]) {
    blocks.append(block)
    count += block.count
  }

  var byteCount: UInt64 { UInt64(count) }

  var byteOffset: UInt64 {
    get { UInt64(offset) }
    set { offset = Int(min(newValue, UInt64(count))) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    guard offset < count else { return 0 }
    let block = blocks[offset / Self.blockInBytes]
    let rest = block[(offset % Self.blockInBytes)...].prefix(buffer.count)
    unsafe buffer.copyBytes(from: rest)
    offset += rest.count
    return rest.count
  }
}
