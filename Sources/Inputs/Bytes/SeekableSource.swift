/// A source that can be read from any place on.
protocol SeekableSource: ByteSource {
  /// Bytes of the whole source.
  var byteCount: UInt64 { get }
  /// Where the next byte is read, 0...`byteCount`.
  var byteOffset: UInt64 { get set }
}
