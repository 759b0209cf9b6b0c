package import Findings

/// Delivers the bytes of a file, a part of one, or standard input, in order.
package protocol ByteSource: AnyObject {
  /// Reads the next bytes, at most `buffer.count` of them.
  ///
  /// - Returns: how many bytes were stored; 0 at the end and only there (for a buffer that is not
  ///   empty).
  /// - Throws: the gap that covers the rest of the source, with the system's error number where
  ///   one is the cause. An interrupted call (EINTR) is repeated. After a throw the source is not
  ///   asked again.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int
}
