package import Findings

/// Bytes that can be read at any place: a file, or what is held in memory.
package protocol RandomAccess: AnyObject {
  /// How many bytes there were when it was opened.
  var sizeInBytes: UInt64 { get }

  /// Reads the bytes from `byteOffset` on, at most `buffer.count` of them.
  ///
  /// - Returns: how many bytes were stored; fewer than asked for only at the end.
  /// - Throws: `unreadable` with the system's error number.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at byteOffset: UInt64
  ) throws(Gap) -> Int
}

extension RandomAccess {
  /// The first bytes, at most `count` of them.
  package func head(_ count: Int) throws(Gap) -> [UInt8] {
    var failure: Gap?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(Gap) {
        filled = unsafe try read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
