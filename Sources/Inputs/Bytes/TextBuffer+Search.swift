import Glibc

extension TextBuffer {
  /// The first window index in `range` that holds `byte`, at the speed of the C library.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.upperBound <= end, "cannot search bytes that are not in the window")
    guard !range.isEmpty else { return nil }
    return unsafe withStorage { storage in
      let start = unsafe storage + range.lowerBound
      return unsafe memchr(start, Int32(byte), range.count).map { found in
        unsafe range.lowerBound + UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
      }
    }
  }

  /// The first window index from `start` on that holds `first` or `second`, or `end`.
  ///
  /// Eight bytes at a time: the fields of a table are about that long, so that a wider step would
  /// cost more to set up than it saves. The padding makes the last step safe.
  func firstIndex(of first: UInt8, or second: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let firsts = ones &* UInt64(first)
    let seconds = ones &* UInt64(second)
    var index = start
    while index < end {
      let word = UInt64(littleEndian: word(at: index))
      let (a, b) = (word ^ firsts, word ^ seconds)
      // Mycroft's test: the lowest high bit that is set marks the first zero byte.
      let found = ((a &- ones) & ~a | (b &- ones) & ~b) & highBits
      if found != 0 { return min(end, index + found.trailingZeroBitCount / 8) }
      index += 8
    }
    return end
  }

  /// The last window index up to `index` at which a character starts, looking back 4 bytes at most
  /// (invalid bytes may have no start).
  func characterStart(atOrBefore index: Int) -> Int {
    let bytes = self.bytes
    var start = index
    while start > max(0, index - 4), start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
