package import Findings
import Glibc

/// Standard output (or another descriptor that the caller owns).
///
/// The command ignores SIGPIPE; a reader that went away (`pii-scan ... | head`) is then EPIPE here,
/// which is no error: the rest is dropped and `readerIsGone` tells.
package final class StandardOutput: ByteOutput {
  private let descriptor: Int32
  /// Nobody reads any more; a run that writes nothing else may stop.
  package private(set) var readerIsGone = false

  package init(descriptor: Int32 = 1) { self.descriptor = descriptor }

  package func write(_ bytes: [UInt8]) throws(OutputError) {
    if readerIsGone { return }
    do {
      try SystemCalls.writeAll(bytes, to: descriptor)
    } catch {
      guard error.errno == EPIPE else { throw OutputError(path: "<stdout>", errno: error.errno) }
      readerIsGone = true
    }
  }
}
