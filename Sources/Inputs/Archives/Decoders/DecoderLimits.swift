/// Memory that a decoder may take.
enum DecoderLimits {
  /// The largest window of a stream: what zstd's own program accepts unasked (`zstd --long`, RFC 8878
  /// section 3.1.1.1.2), and twice that of `xz -9`. It is filled as far as the content goes.
  static let windowInBytes = 128 << 20
  /// The base-2 logarithm of the same.
  static let windowLog: Int32 = 27
}
