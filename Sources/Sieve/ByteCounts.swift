internal import CSieve

/// Counts over raw memory that keep up with reading: 50 GB/s and more of what the cache holds, with AVX2.
package enum ByteCounts {
  /// Line feeds in `bytes`.
  package static func lineFeeds(in bytes: UnsafeRawBufferPointer) -> Int {
    unsafe csieve_line_feeds(start(of: bytes), bytes.count)
  }

  /// Bytes that do not continue a UTF-8 sequence, that is, Unicode scalars.
  package static func scalars(in bytes: UnsafeRawBufferPointer) -> Int {
    unsafe csieve_scalars(start(of: bytes), bytes.count)
  }

  /// The sum of `bytes`, each at most 4.
  package static func sum(of bytes: UnsafeRawBufferPointer) -> Int {
    unsafe csieve_sum(start(of: bytes), bytes.count)
  }

  /// The index of the first byte over 7F in `bytes`, or nil when all is ASCII.
  package static func firstNonASCII(in bytes: UnsafeRawBufferPointer) -> Int? {
    let index = unsafe csieve_first_high(start(of: bytes), bytes.count)
    return index < bytes.count ? index : nil
  }

  /// The same of a span.
  package static func firstNonASCII(in bytes: Span<UInt8>) -> Int? {
    unsafe bytes.withUnsafeBytes { unsafe firstNonASCII(in: $0) }
  }

  /// The index of the first `first` that a `second` follows, or the number of bytes.
  package static func firstPair(_ first: UInt8, _ second: UInt8, in bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes {
      unsafe csieve_first_pair(start(of: $0), $0.count, first, second)
    }
  }

  /// Control characters that texts do not hold: all but backspace, tab to carriage return, and escape.
  package static func controls(in bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { unsafe csieve_controls(start(of: $0), $0.count) }
  }

  /// Bytes that are 0.
  package static func zeros(in bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { unsafe csieve_zeros(start(of: $0), $0.count) }
  }

  private static func start(of bytes: UnsafeRawBufferPointer) -> UnsafePointer<UInt8>? {
    unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
  }
}
