/// Memory that a decoder may take.
enum DecoderLimits {
  /// The largest window of a stream: what zstd's own program accepts unasked (`zstd --long`, RFC 8878
  /// section 3.1.1.1.2), and twice that of `xz -9`. It is filled as far as the content goes.
  static let windowInBytes = 128 << 20
  /// The same where a second reading goes on beside the first one.
  static let windowAheadInBytes = 16 << 20
}
