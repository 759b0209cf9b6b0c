package import Findings
import Glibc

/// Reads a stream that cannot be sought in: standard input.
package final class StreamSource: ByteSource {
  private let file: OpenFile
  private var offset: UInt64 = 0

  package init(_ file: OpenFile) {
    self.file = file
  }

  /// See `ByteSource`. Waits for data; throws `unreadable` with the error number. How many bytes
  /// are missing then cannot be known.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    guard buffer.count > 0 else { return 0 }
    while true {
      let count = unsafe Glibc.read(file.descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        offset += UInt64(count)
        return count
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: try waitForData()
      default: throw Gap(.unreadable, at: offset, errno: errno)
      }
    }
  }

  /// A parent may have left the descriptor non-blocking.
  private func waitForData() throws(Gap) {
    var request = pollfd(fd: file.descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, -1) >= 0 || errno == EINTR else {
      throw Gap(.unreadable, at: offset, errno: errno)
    }
  }
}
