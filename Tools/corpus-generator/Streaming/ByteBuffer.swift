import Foundation

/// Bytes on their way into a file of any size; holds a few MiB at most.
struct ByteBuffer {
  private static let capacityInBytes = 4 << 20

  private let file: FileHandle
  private var bytes: [UInt8] = []
  private var flushed = 0

  init(file: FileHandle) {
    self.file = file
    bytes.reserveCapacity(ByteBuffer.capacityInBytes + 4096)
  }

  var count: Int { flushed + bytes.count }

  mutating func append(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// `number` in decimal, with leading zeros up to `width` digits.
  mutating func append(_ number: UInt64, width: Int) {
    // Filled from behind: reversing a slice in place would copy the whole buffer.
    for _ in 0..<width { bytes.append(48) }
    var rest = number
    var index = bytes.count - 1
    while rest > 0, index >= bytes.count - width {
      bytes[index] = UInt8(48 + rest % 10)
      rest /= 10
      index -= 1
    }
  }

  /// `number` in decimal.
  mutating func append(_ number: Int) {
    var width = 1
    var limit = 10
    while number >= limit {
      limit *= 10
      width += 1
    }
    append(UInt64(number), width: width)
  }

  mutating func appendHex(_ number: UInt64) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15
      bytes.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  /// Completes the last `count` digits with the character of GB 11643-1999.
  mutating func appendResidentCheck(after count: Int) {
    let check = CheckDigits.mod11Radix2(bytes.suffix(count).lazy.map { $0 - 48 })
    bytes.append(check.asciiValue ?? 48)
  }

  /// Completes the last `count` digits with a Luhn digit.
  mutating func appendLuhn(after count: Int) {
    let check = CheckDigits.luhn(bytes.suffix(count).lazy.map { $0 - 48 })
    bytes.append(UInt8(48 + check))
  }

  /// Hands full buffers to the file.
  mutating func drain(all: Bool = false) throws {
    guard all || bytes.count >= ByteBuffer.capacityInBytes else { return }
    try file.write(contentsOf: Data(bytes))
    flushed += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }
}
