import Findings
import Glibc

/// Looks at single places of a file with `pread`.
struct FileProbe {
  let file: OpenFile

  /// The bytes from `byteOffset` on, at most `count`; fewer only at the end of the file.
  ///
  /// - Throws: `unreadable` with the error number.
  func bytes(at byteOffset: UInt64, count: Int) throws(Gap) -> [UInt8] {
    let source = FileSource(file, start: byteOffset)
    return try Self.bytes(of: source, count: count)
  }

  /// The first `count` bytes of `source`; fewer only at its end.
  static func bytes(of source: any ByteSource, count: Int) throws(Gap) -> [UInt8] {
    let (bytes, gap) = start(of: source, count: count)
    if let gap { throw gap }
    return bytes
  }

  /// The first `count` bytes of `source`; fewer at its end, and where the gap begins that covers the rest.
  static func start(of source: any ByteSource, count: Int) -> (bytes: [UInt8], gap: Gap?) {
    var failure: Gap?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(Gap) {
        while filled < count {
          let rest = unsafe UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          let added = unsafe try source.read(into: rest)
          if added == 0 { break }
          filled += added
        }
      } catch {
        failure = error
      }
    }
    return (bytes, failure)
  }
}
