/// How a source is cut into blocks.
package struct BlockLimits: Sendable {
  /// Sources are read by one worker up to here.
  package var headInBytes: UInt64
  /// A block ends at the first border after which it is this large, or soon after it.
  package var blockInBytes: Int
  /// Less is not worth a block of its own.
  package var smallestInBytes: Int

  package init(headInBytes: UInt64, blockInBytes: Int, smallestInBytes: Int) {
    self.headInBytes = headInBytes
    self.blockInBytes = blockInBytes
    self.smallestInBytes = smallestInBytes
  }

  /// Blocks of 256 KiB take a worker a millisecond and more, and what it finds in them, where nearly every
  /// value is a finding, 2 MiB. The verdicts on a table are known after some 500 KB.
  package static let standard = BlockLimits(
    headInBytes: 512 << 10, blockInBytes: 256 << 10, smallestInBytes: 64 << 10)
}
