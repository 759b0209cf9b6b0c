import CLzma
import Findings

/// xz (The .xz File Format 1.2.0) and the older .lzma, through liblzma.
///
/// A stream whose dictionary is above the limit is refused before it is allocated.
@safe
final class LZMADecoder: StreamDecoder {
  /// The two containers.
  enum Container {
    case xz
    case lzma
  }

  private let container: Container
  private let stream: UnsafeMutablePointer<lzma_stream>

  /// The dictionary, and what the decoder takes beside it (some 64 KiB).
  private let memoryLimitInBytes: UInt64

  /// - Parameter windowInBytes: the largest dictionary.
  init(_ container: Container, windowInBytes: Int = DecoderLimits.windowInBytes) {
    memoryLimitInBytes = UInt64(windowInBytes + 1 << 20)
    self.container = container
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: lzma_stream())
  }

  deinit {
    unsafe lzma_end(stream)
    unsafe stream.deallocate()
  }

  func begin() throws(Gap) {
    let status =
      switch container {
      case .xz: unsafe lzma_stream_decoder(stream, memoryLimitInBytes, 0)
      case .lzma: unsafe lzma_alone_decoder(stream, memoryLimitInBytes)
      }
    guard status == LZMA_OK else { throw Gap(.unreadable) }
  }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodedStep {
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = input.count
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = output.count
    let state: DecodedStep.State
    switch unsafe lzma_code(stream, LZMA_RUN) {
    case LZMA_OK, LZMA_BUF_ERROR: state = .going
    case LZMA_STREAM_END: state = .ended
    case LZMA_MEMLIMIT_ERROR, LZMA_MEM_ERROR: state = .beyondLimit
    default: state = .malformed
    }
    return unsafe DecodedStep(
      consumed: input.count - stream.pointee.avail_in,
      produced: output.count - stream.pointee.avail_out, state: state)
  }
}
