import Findings

/// Unpacks one kind of compression, a stream after the other: a gzip member, an xz stream, a frame.
///
/// The libraries are used directly and not through libarchive, which drops what it has unpacked last (up to
/// 64 KiB, and all of a small file) where the stored bytes are cut short or followed by others, and
/// which allocates the window that a file asks for, however large.
protocol StreamDecoder: AnyObject {
  /// Makes ready for a stream that begins with the next byte.
  ///
  /// - Throws: `unreadable` where there is no memory.
  func begin() throws(Gap)

  /// Unpacks what it can.
  ///
  /// - Parameters:
  ///   - input: the next stored bytes of the stream; it may be empty, since a decoder may still hold
  ///     unpacked bytes.
  ///   - output: where to store unpacked bytes; not empty.
  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodedStep
}

/// What came of one call of a decoder.
struct DecodedStep {
  enum State {
    case going
    /// The stream is whole; what follows is another one or nothing.
    case ended
    /// The bytes are no such stream, or a checksum is wrong.
    case malformed
    /// The stream asks for a larger window than is allowed.
    case beyondLimit
  }

  /// Bytes of the input that were used up.
  let consumed: Int
  /// Bytes that were stored in the output, also where the state is an error.
  let produced: Int
  let state: State
}
