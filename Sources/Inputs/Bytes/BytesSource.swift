import Findings

/// Delivers bytes that are in memory: a sample that is read like a source, a small archive.
final class BytesSource: SeekableSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var byteCount: UInt64 { UInt64(bytes.count) }

  var byteOffset: UInt64 {
    get { UInt64(offset) }
    set { offset = Int(min(newValue, UInt64(bytes.count))) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    unsafe buffer.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }
}
