import CBzip2
import Findings

/// bzip2, through libbz2 (manual of 1.0.8, section 3.3). It takes 4 MB.
@safe
final class Bzip2Decoder: StreamDecoder {
  private let stream: UnsafeMutablePointer<bz_stream>
  private var isOpen = false

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: bz_stream())
  }

  deinit {
    if isOpen { _ = unsafe BZ2_bzDecompressEnd(stream) }
    unsafe stream.deallocate()
  }

  func begin() throws(Gap) {
    if isOpen { _ = unsafe BZ2_bzDecompressEnd(stream) }
    isOpen = unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
    guard isOpen else { throw Gap(.unreadable) }
  }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodedStep {
    let (offered, room) = (UInt32(clamping: input.count), UInt32(clamping: output.count))
    // libbz2 does not write through `next_in`.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
    unsafe stream.pointee.avail_in = offered
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    unsafe stream.pointee.avail_out = room
    let state: DecodedStep.State
    switch unsafe BZ2_bzDecompress(stream) {
    case BZ_OK: state = .going
    case BZ_STREAM_END: state = .ended
    default: state = .malformed
    }
    return unsafe DecodedStep(
      consumed: Int(offered - stream.pointee.avail_in),
      produced: Int(room - stream.pointee.avail_out), state: state)
  }
}
