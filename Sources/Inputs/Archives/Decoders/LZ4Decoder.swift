import CLz4
import Findings

/// LZ4 frames (LZ4 Frame Format 1.6.4), through liblz4. Blocks are of 4 MiB at most.
@safe
final class LZ4Decoder: StreamDecoder {
  private var context: OpaquePointer?

  deinit { _ = unsafe LZ4F_freeDecompressionContext(context) }

  func begin() throws(Gap) {
    if unsafe context == nil {
      _ = unsafe LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))
    }
    guard let context = unsafe context else { throw Gap(.unreadable) }
    unsafe LZ4F_resetDecompressionContext(context)
  }

  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodedStep {
    var (consumed, produced) = (input.count, output.count)
    let status = unsafe LZ4F_decompress(
      context, output.baseAddress, &produced, input.baseAddress, &consumed, nil)
    guard LZ4F_isError(status) == 0 else {
      return DecodedStep(consumed: 0, produced: 0, state: .malformed)
    }
    return DecodedStep(
      consumed: consumed, produced: produced, state: status == 0 ? .ended : .going)
  }
}
