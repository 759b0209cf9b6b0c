package import Findings

/// A report under its temporary name, until `ReportDirectory.publish` gives it its own.
///
/// Not thread-safe. It does not buffer: `BufferedOutput` does, for every destination alike.
package final class ReportFile: ByteOutput {
  /// What errors name: the path under which the report will stand.
  package let path: String
  private let descriptor: Int32
  private var isOpen = true
  /// The first error. What follows a failed write is not written either, so that a file never has
  /// a hole.
  private var failure: OutputError?

  /// Takes over `descriptor`, which is closed at the latest with the object.
  init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Retries interrupted and short writes; a full disk, a quota or a broken device is an
  /// `OutputError`, now and at every later call.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    precondition(isOpen, "write after close")
    if let failure { throw failure }
    do {
      try SystemCalls.writeAll(bytes, to: descriptor)
    } catch {
      let failure = OutputError(path: path, errno: error.errno)
      self.failure = failure
      throw failure
    }
  }

  /// Closes the descriptor. Network file systems report a full disk only here.
  package func close() throws(OutputError) {
    guard isOpen else { return }
    isOpen = false
    do {
      try SystemCalls.close(descriptor)
    } catch {
      throw failure ?? OutputError(path: path, errno: error.errno)
    }
    if let failure { throw failure }
  }

  deinit {
    // Only a run that failed leaves a file open; its first error has been reported already.
    if isOpen { do { try SystemCalls.close(descriptor) } catch {} }
  }
}
