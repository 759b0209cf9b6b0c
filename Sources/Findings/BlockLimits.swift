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

  /// Files of less than 2 MiB are not worth it; blocks of 1 MiB take a worker some milliseconds.
  package static let standard = BlockLimits(
    headInBytes: 2 << 20, blockInBytes: 1 << 20, smallestInBytes: 64 << 10)
}
