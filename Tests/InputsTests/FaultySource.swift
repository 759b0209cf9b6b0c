import Findings
import Inputs

/// Fails at the Nth read with an input/output error, as a bad disk does.
final class FaultySource: ByteSource {
  private let source: any ByteSource
  private var readsLeft: Int

  /// - Parameter failingRead: 1 for the first read.
  init(_ source: any ByteSource, failingRead: Int) {
    self.source = source
    readsLeft = failingRead - 1
  }

  /// The failing read was reached.
  private(set) var hasFailed = false

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    guard readsLeft > 0 else {
      hasFailed = true
      throw Gap(.unreadable, errno: 5)
    }
    readsLeft -= 1
    return unsafe try source.read(into: buffer)
  }
}
