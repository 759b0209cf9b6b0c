/// A range of a file that is read on its own: whole lines.
package struct Part: Equatable, Sendable {
  /// 0-based place in the file's list of parts.
  package let ordinal: Int
  /// Bytes from the start of the file.
  package let byteOffset: UInt64
  package let lengthInBytes: UInt64
  /// No part follows.
  package let isLast: Bool

  package init(ordinal: Int, byteOffset: UInt64, lengthInBytes: UInt64, isLast: Bool) {
    self.ordinal = ordinal
    self.byteOffset = byteOffset
    self.lengthInBytes = lengthInBytes
    self.isLast = isLast
  }
}
