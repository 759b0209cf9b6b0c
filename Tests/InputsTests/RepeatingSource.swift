import Findings
import Inputs

/// One byte, many times over, without holding them.
final class RepeatingSource: ByteSource {
  private let byte: UInt8
  private var left: Int

  init(byte: UInt8, count: Int) {
    self.byte = byte
    left = count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    let count = min(left, buffer.count)
    unsafe buffer.prefixMemory(count).initializeMemory(as: UInt8.self, repeating: byte)
    left -= count
    return count
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate func prefixMemory(_ count: Int) -> UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: self[..<count])
  }
}
