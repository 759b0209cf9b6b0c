import CZstd
import Findings

/// Zstandard (RFC 8878), through libzstd.
///
/// A frame whose window is above the limit is refused before it is allocated.
@safe
final class ZstdDecoder: StreamDecoder {
  private var stream: OpaquePointer?
  private let windowLog: Int32

  /// - Parameter windowInBytes: the largest window, a power of two.
  init(windowInBytes: Int = DecoderLimits.windowInBytes) {
    windowLog = Int32(windowInBytes.trailingZeroBitCount)
  }

  deinit { _ = unsafe ZSTD_freeDCtx(stream) }

  func begin() throws(Gap) {
    if unsafe stream == nil { unsafe stream = ZSTD_createDCtx() }
    guard unsafe stream != nil else { throw Gap(.unreadable) }
    _ = unsafe ZSTD_DCtx_reset(stream, ZSTD_reset_session_only)
    _ = unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, windowLog)
  }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodedStep {
    var packed = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var unpacked = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let status = unsafe ZSTD_decompressStream(stream, &unpacked, &packed)
    var state = status == 0 ? DecodedStep.State.ended : .going
    if ZSTD_isError(status) != 0 {
      switch ZSTD_getErrorCode(status) {
      case ZSTD_error_frameParameter_windowTooLarge, ZSTD_error_memory_allocation:
        state = .beyondLimit
      default: state = .malformed
      }
    }
    return unsafe DecodedStep(consumed: packed.pos, produced: unpacked.pos, state: state)
  }
}
