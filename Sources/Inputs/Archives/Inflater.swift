import CZlib
import Findings

/// Undoes the compression of zlib (RFC 1950), a bounded step at a time.
@safe
final class Inflater {
  /// The most bytes that one step makes.
  static let stepInBytes = 64 * 1024

  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  /// The stream has ended with its checksum; what is fed beyond that is ignored.
  private(set) var isFinished = false

  /// - Throws: `limit` if there is no memory for it.
  init() throws(Gap) {
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit_(stream, ZLIB_VERSION, size) == Z_OK else {
      throw Gap(.limit)
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins a new stream.
  func reset() {
    unsafe inflateReset(stream)
    input = []
    position = 0
    isFinished = false
  }

  /// All that was fed is used up.
  var needsInput: Bool { isFinished || position == input.count }

  /// Gives the next bytes of the stream; what was given before must be used up.
  func feed(_ bytes: [UInt8]) {
    input = bytes
    position = 0
  }

  /// Appends at most `stepInBytes` to `output`.
  ///
  /// - Throws: `malformed` for bytes that are no such stream.
  func inflate(into output: inout [UInt8]) throws(Gap) {
    guard !needsInput else { return }
    var result = Z_OK
    let before = position
    let made = unsafe [UInt8](unsafeUninitializedCapacity: Self.stepInBytes) { target, count in
      unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe stream.pointee.next_in = source.baseAddress.map { unsafe $0 + before }
        unsafe stream.pointee.avail_in = UInt32(clamping: source.count - before)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(Self.stepInBytes)
        result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        position = unsafe source.count - Int(stream.pointee.avail_in)
      }
      count = unsafe Self.stepInBytes - Int(stream.pointee.avail_out)
    }
    output += made
    isFinished = result == Z_STREAM_END
    // No progress is no error: more input is awaited.
    let isFine = result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR
    guard isFine, position > before || !made.isEmpty else { throw Gap(.malformed) }
  }
}
