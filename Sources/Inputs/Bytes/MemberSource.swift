import Findings

/// Delivers a number of bytes of a longer stream, of which it is a part with padding behind it.
final class MemberSource: ByteSource {
  private let cursor: ByteCursor
  private var left: Int
  private let padding: Int

  init(_ cursor: ByteCursor, size: Int, padding: Int) {
    self.cursor = cursor
    left = size
    self.padding = padding
  }

  /// The next bytes, none at the end.
  func some() throws(Gap) -> ArraySlice<UInt8> {
    guard left > 0 else { return [] }
    let bytes = try cursor.some(atMost: left)
    left -= bytes.count
    return bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    guard left > 0, buffer.count > 0 else { return 0 }
    let bytes = try cursor.some(atMost: min(left, buffer.count))
    unsafe buffer.copyBytes(from: bytes)
    left -= bytes.count
    return bytes.count
  }

  /// Passes over what is left and the padding.
  func skipRest() throws(Gap) {
    try cursor.skip(left)
    left = 0
    try cursor.skip(padding)
  }
}
