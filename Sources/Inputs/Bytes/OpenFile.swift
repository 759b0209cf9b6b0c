package import Findings
import Glibc

/// An open file descriptor that is closed with its last owner.
///
/// Parts of one file share it: `pread` keeps no position, so that any number of workers may read.
package final class OpenFile: Sendable {
  /// The longest path the system takes at once (PATH_MAX), less room for the final NUL.
  private static let pathLimitInBytes = 4000

  /// The descriptor, valid as long as `self` lives.
  package let descriptor: CInt
  private let closesOnDeinit: Bool

  /// Takes over `descriptor`, which is closed at the end unless `closesOnDeinit` is false (as for
  /// standard input, which belongs to the process).
  package init(descriptor: CInt, closesOnDeinit: Bool = true) {
    self.descriptor = descriptor
    self.closesOnDeinit = closesOnDeinit
  }

  /// Opens the file or directory `path` (bytes as the system keeps them, of any length) for
  /// reading.
  ///
  /// `O_NONBLOCK` keeps a FIFO that took a regular file's place from blocking the run; it has no
  /// effect on regular files.
  ///
  /// - Parameter followingLinks: whether the path itself may be a symbolic link; links before its
  ///   last name are always followed.
  /// - Throws: `unreadable` with the error number.
  package convenience init(path: [UInt8], followingLinks: Bool = false) throws(Gap) {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    // A path over the system's limit is opened step by step.
    var directory: OpenFile?
    var rest = path[...]
    while rest.count > Self.pathLimitInBytes,
      let slash = rest.prefix(Self.pathLimitInBytes).lastIndex(of: UInt8(ascii: "/")),
      slash > rest.startIndex
    {
      directory = OpenFile(
        descriptor: try Self.open(
          rest[..<slash], in: directory, flags: O_RDONLY | O_CLOEXEC | O_DIRECTORY))
      rest = rest[slash...].drop { $0 == UInt8(ascii: "/") }
    }
    self.init(descriptor: try Self.open(rest, in: directory, flags: flags))
  }

  deinit {
    if closesOnDeinit { close(descriptor) }
  }

  private static func open(
    _ path: ArraySlice<UInt8>, in directory: OpenFile?, flags: CInt
  ) throws(Gap) -> CInt {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    while true {
      let descriptor = unsafe openat(directory?.descriptor ?? AT_FDCWD, name, flags)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw Gap(.unreadable, errno: errno) }
    }
  }
}
