package import Findings
import Glibc

/// An open regular file, read at any place with `pread`.
package final class FileAccess: RandomAccess {
  private let file: OpenFile
  package let sizeInBytes: UInt64

  package init(_ file: OpenFile, sizeInBytes: UInt64) {
    self.file = file
    self.sizeInBytes = sizeInBytes
  }

  /// The regular file `path`, not followed if it is a link; nil where there is none.
  ///
  /// - Throws: `unreadable` with the error number for one that is there.
  package static func existing(path: [UInt8]) throws(Gap) -> FileAccess? {
    let file: OpenFile
    do throws(Gap) {
      file = try OpenFile(path: path)
    } catch {
      if error.errno == ENOENT { return nil }
      throw error
    }
    let status = try FileStatus(of: file)
    guard status.kind == .regular else { return nil }
    return FileAccess(file, sizeInBytes: status.sizeInBytes)
  }

  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at byteOffset: UInt64
  ) throws(Gap) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = unsafe pread(
        file.descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled,
        off_t(clamping: byteOffset &+ UInt64(filled)))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Gap(.unreadable, at: byteOffset, errno: errno) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}
