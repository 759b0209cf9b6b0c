/// Counts over raw memory that keep up with reading: loops that the compiler turns into vector
/// code, in blocks short enough for a byte-wide sum.
enum TextCounts {
  /// A byte-wide counter holds 255; 240 is the largest multiple of 16 below.
  private static let blockInBytes = 240

  /// Line feeds in `bytes`.
  static func lineFeeds(in bytes: UnsafeRawBufferPointer) -> Int {
    var total = 0
    var index = 0
    while index < bytes.count {
      let end = min(index + blockInBytes, bytes.count)
      var count: UInt8 = 0
      for i in index..<end { count &+= unsafe bytes[i] == 0x0A ? 1 : 0 }
      total += Int(count)
      index = end
    }
    return total
  }

  /// Bytes that do not continue a UTF-8 sequence, that is, Unicode scalars.
  static func scalars(in bytes: UnsafeRawBufferPointer) -> Int {
    var total = 0
    var index = 0
    while index < bytes.count {
      let end = min(index + blockInBytes, bytes.count)
      var count: UInt8 = 0
      for i in index..<end { count &+= unsafe Int8(bitPattern: bytes[i]) >= -0x40 ? 1 : 0 }
      total += Int(count)
      index = end
    }
    return total
  }

  /// The sum of `bytes`, each at most 4.
  static func sum(of bytes: UnsafeRawBufferPointer) -> Int {
    var total = 0
    var index = 0
    while index < bytes.count {
      let end = min(index + 48, bytes.count)
      var sum: UInt8 = 0
      for i in index..<end { sum &+= unsafe bytes[i] }
      total += Int(sum)
      index = end
    }
    return total
  }

  /// The index of the first byte over 7F in `bytes`, or nil when all is ASCII.
  static func firstNonASCII(in bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index + 64 <= bytes.count {
      var union: UInt64 = 0
      for i in stride(from: index, to: index + 64, by: 8) {
        unsafe union |= bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      }
      if union & 0x8080_8080_8080_8080 != 0 { break }
      index += 64
    }
    while index < bytes.count {
      if unsafe bytes[index] >= 0x80 { return index }
      index += 1
    }
    return nil
  }

  /// The index after the last line feed in `bytes`, or nil when there is none.
  static func afterLastLineFeed(in bytes: UnsafeRawBufferPointer) -> Int? {
    var end = bytes.count
    while end > 0 {
      let start = max(0, end - blockInBytes)
      let block = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if unsafe lineFeeds(in: block) > 0 {
        var index = end
        while unsafe bytes[index - 1] != 0x0A { index -= 1 }
        return index
      }
      end = start
    }
    return nil
  }
}
