package import Findings
import Glibc

/// What the system says of a file without reading it.
package struct FileStatus: Equatable, Sendable {
  package enum Kind: Sendable {
    case regular
    case directory
    case symbolicLink
    /// Socket, FIFO or device.
    case special
  }

  package let kind: Kind
  package let sizeInBytes: UInt64
  /// Time of the last change of the content: seconds since 1970-01-01 UTC, and nanoseconds.
  package let modifiedSeconds: Int64
  package let modifiedNanoseconds: Int64
  /// Device and inode: the identity of a file on one machine.
  package let device: UInt64
  package let inode: UInt64

  /// The status of an open file. Throws `unreadable` with the error number.
  package init(of file: OpenFile) throws(Gap) {
    var status = stat()
    guard unsafe fstat(file.descriptor, &status) == 0 else { throw Gap(.unreadable, errno: errno) }
    self.init(status)
  }

  /// The status of `name` in `directory` (or of a path, with nil); of a link itself unless
  /// `followingLinks`. Throws `unreadable` with the error number.
  package init(name: [UInt8], in directory: OpenFile?, followingLinks: Bool) throws(Gap) {
    var status = stat()
    let terminated = name.map { CChar(bitPattern: $0) } + [0]
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    guard unsafe fstatat(directory?.descriptor ?? AT_FDCWD, terminated, &status, flags) == 0 else {
      throw Gap(.unreadable, errno: errno)
    }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .special
      }
    sizeInBytes = UInt64(max(0, status.st_size))
    modifiedSeconds = Int64(status.st_mtim.tv_sec)
    modifiedNanoseconds = Int64(status.st_mtim.tv_nsec)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
