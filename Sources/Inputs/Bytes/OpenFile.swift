package import Findings
import Glibc

/// An open file descriptor that is closed with its last owner.
///
/// Parts of one file share it: `pread` keeps no position, so that any number of workers may read.
package final class OpenFile: Sendable {
  /// The descriptor, valid as long as `self` lives.
  package let descriptor: CInt
  private let closesOnDeinit: Bool

  /// Takes over `descriptor`, which is closed at the end unless `closesOnDeinit` is false (as for
  /// standard input, which belongs to the process).
  package init(descriptor: CInt, closesOnDeinit: Bool = true) {
    self.descriptor = descriptor
    self.closesOnDeinit = closesOnDeinit
  }

  /// Opens `path` (bytes as the system keeps them, no NUL) for reading.
  ///
  /// `O_NONBLOCK` keeps a FIFO that took a regular file's place from blocking the run; it has no
  /// effect on regular files.
  ///
  /// - Throws: `unreadable` with the error number.
  package init(path: [UInt8], followingLinks: Bool = true) throws(Gap) {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    let terminated = path + [0]
    let opened = unsafe terminated.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { name in
        guard let start = name.baseAddress else { return CInt(-1) }
        while true {
          let descriptor = unsafe Glibc.open(start, flags)
          if descriptor >= 0 || errno != EINTR { return descriptor }
        }
      }
    }
    guard opened >= 0 else { throw Gap(.unreadable, errno: errno) }
    descriptor = opened
    closesOnDeinit = true
  }

  deinit {
    if closesOnDeinit { close(descriptor) }
  }
}
