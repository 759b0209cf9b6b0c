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
