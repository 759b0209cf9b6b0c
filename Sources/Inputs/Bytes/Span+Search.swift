import Sieve

extension Span<UInt8> {
  /// The first index from `start` on that holds one of the three bytes, or `count`.
  ///
  /// Eight bytes at a time: strings of tables are mostly short, and setting up wider steps would cost more
  /// than they save.
  @inline(__always)
  func firstIndex(of first: UInt8, or second: UInt8, or third: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let (firsts, seconds, thirds) = (
      ones &* UInt64(first), ones &* UInt64(second), ones &* UInt64(third)
    )
    let end = count
    return unsafe withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= end {
        let word = UInt64(
          littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let (a, b, c) = (word ^ firsts, word ^ seconds, word ^ thirds)
        // Mycroft's test: the lowest high bit that is set marks the first zero byte.
        let zeros = (a &- ones) & ~a | (b &- ones) & ~b | (c &- ones) & ~c
        let found = zeros & highBits
        if found != 0 { return index + found.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end {
        let byte = unsafe bytes[index]
        if byte == first || byte == second || byte == third { return index }
        index += 1
      }
      return end
    }
  }

  /// The first index from `start` on at which two bytes stand side by side, or `count`. Cost: 50 GB/s where
  /// there are none.
  func firstIndex(of first: UInt8, _ second: UInt8, from start: Int) -> Int {
    guard start < count else { return count }
    return start + ByteCounts.firstPair(first, second, in: extracting(start...))
  }

  /// The first index from `start` on of a byte over 7F, or `count`. Eight bytes at a time.
  func firstNonASCII(from start: Int) -> Int {
    unsafe withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let high = word & 0x8080_8080_8080_8080
        if high != 0 { return index + high.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count, unsafe bytes[index] < 0x80 { index += 1 }
      return index
    }
  }
}
