import CZlib
import Findings

/// gzip (RFC 1952) or zlib's own form (RFC 1950), through zlib.
@safe
final class GzipDecoder: StreamDecoder {
  private let stream: UnsafeMutablePointer<z_stream>
  private var isOpen = false

  /// How the header and the checksum are written. The window is of 32 KiB (zlib.h, `inflateInit2`).
  enum Form: CInt {
    case zlib = 15
    case gzip = 31
  }

  private let form: Form

  init(_ form: Form = .gzip) {
    self.form = form
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
  }

  deinit {
    if isOpen { _ = unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  func begin() throws(Gap) {
    if isOpen {
      _ = unsafe inflateReset(stream)
      return
    }
    isOpen = unsafe pii_inflateInit2(stream, form.rawValue) == Z_OK
    guard isOpen else { throw Gap(.unreadable) }
  }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodedStep {
    let (offered, room) = (UInt32(clamping: input.count), UInt32(clamping: output.count))
    // zlib does not write through `next_in`.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.pointee.avail_in = offered
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = room
    let state: DecodedStep.State
    switch unsafe inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: state = .going
    case Z_STREAM_END: state = .ended
    default: state = .malformed
    }
    return unsafe DecodedStep(
      consumed: Int(offered - stream.pointee.avail_in),
      produced: Int(room - stream.pointee.avail_out), state: state)
  }
}
