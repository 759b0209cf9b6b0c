package import Findings

/// The buffer of one report: what is appended to `bytes` is written to every destination.
///
/// A format appends a row and calls `drain`, which writes only once enough has gathered; so a
/// report is never held whole, and a write costs a system call for 64 KiB, not for a line.
package final class BufferedOutput {
  /// Buffered bytes at which `drain` writes. More brought nothing; less costs system calls.
  package static let limitInBytes = 64 * 1024

  /// Bytes that are not written yet.
  package var bytes: [UInt8] = []
  private let destinations: [any ByteOutput]

  package init(_ destinations: [any ByteOutput]) {
    self.destinations = destinations
    bytes.reserveCapacity(Self.limitInBytes + 4096)
  }

  /// Writes what has gathered if it is enough for a call.
  package func drain() throws(OutputError) {
    if bytes.count >= Self.limitInBytes { try flush() }
  }

  /// Writes what has gathered.
  package func flush() throws(OutputError) {
    if bytes.isEmpty { return }
    defer { bytes.removeAll(keepingCapacity: true) }
    try writeThrough(bytes)
  }

  /// Writes bytes that are gathered elsewhere, after those of the buffer and without copying them.
  package func append(_ more: [UInt8]) throws(OutputError) {
    guard bytes.count + more.count >= Self.limitInBytes else {
      bytes.append(contentsOf: more)
      return
    }
    try flush()
    try writeThrough(more)
  }

  private func writeThrough(_ bytes: [UInt8]) throws(OutputError) {
    for destination in destinations { try destination.write(bytes) }
  }
}
