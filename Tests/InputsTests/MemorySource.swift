import Findings
import Inputs

/// Delivers bytes from memory, as few at a time as a test wants.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let readSizeInBytes: Int
  private var offset = 0

  init(_ bytes: [UInt8], readSizeInBytes: Int = .max) {
    self.bytes = bytes
    self.readSizeInBytes = readSizeInBytes
  }

  convenience init(_ text: String, readSizeInBytes: Int = .max) {
    self.init(Array(text.utf8), readSizeInBytes: readSizeInBytes)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let count = min(buffer.count, readSizeInBytes, bytes.count - offset)
    unsafe buffer.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }
}
