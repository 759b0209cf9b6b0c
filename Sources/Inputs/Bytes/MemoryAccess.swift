package import Findings

/// A whole source in memory: what must be read at any place but comes as a stream (standard input,
/// a member of an archive).
package final class MemoryAccess: RandomAccess {
  private let bytes: [UInt8]

  package var sizeInBytes: UInt64 { UInt64(bytes.count) }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads `source` to its end.
  ///
  /// - Throws: `limit` where it has more than `limitInBytes`; what `source` throws.
  package convenience init(_ source: any ByteSource, limitInBytes: Int) throws(Gap) {
    var bytes: [UInt8] = []
    while true {
      let piece = try FileProbe.bytes(of: source, count: 1 << 20)
      bytes += piece
      guard bytes.count <= limitInBytes else { throw Gap(.limit) }
      if piece.count < 1 << 20 { break }
    }
    self.init(bytes)
  }

  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at byteOffset: UInt64
  ) throws(Gap) -> Int {
    guard byteOffset < UInt64(bytes.count) else { return 0 }
    let start = Int(byteOffset)
    let count = min(buffer.count, bytes.count - start)
    unsafe buffer.copyBytes(from: bytes[start..<start + count])
    return count
  }
}
