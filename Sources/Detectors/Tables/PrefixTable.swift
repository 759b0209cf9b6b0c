/// Decimal prefixes of up to nine digits and a small value for each: the longest prefix wins.
///
/// Open addressing with linear steps, at most half full: some ns for each length that there is.
struct PrefixTable: Sendable {
  /// The prefix with a 1 before it, so that 010 and 10 differ; 0 for a free slot.
  private var keys = ContiguousArray<UInt32>(repeating: 0, count: 16)
  private var values = ContiguousArray<UInt64>(repeating: 0, count: 16)
  private var count = 0
  /// Bit n: there is a prefix of n digits.
  private var lengths: UInt32 = 0

  mutating func insert(_ prefix: borrowing [UInt8], _ range: Range<Int>, _ value: UInt64) {
    guard let key = Self.key(prefix, range) else { return }
    insert(key, digits: range.count, value)
  }

  mutating func insert(decimal prefix: Int, digits: Int, _ value: UInt64) {
    var power = 1
    for _ in 0..<digits { power *= 10 }
    insert(UInt32(power + prefix), digits: digits, value)
  }

  private mutating func insert(_ key: UInt32, digits: Int, _ value: UInt64) {
    if 2 * count >= keys.count { grow() }
    let slot = slot(of: key)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    values[slot] |= value
    lengths |= 1 << UInt32(digits)
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != 0 }
    keys = ContiguousArray(repeating: 0, count: 2 * keys.count)
    values = ContiguousArray(repeating: 0, count: keys.count)
    for (key, value) in old {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }

  /// Where a key stands, or the free slot that it would take.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B1 &>> 12) & (keys.count &- 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & (keys.count &- 1) }
    return slot
  }

  /// The value of the longest prefix of `number` that the table has, and its length.
  func longestPrefix(of number: Span<UInt8>) -> (value: UInt64, digits: Int)? {
    var key: UInt32 = 1
    var found: (UInt64, Int)?
    var length = 0
    while lengths &>> UInt32(length + 1) != 0, length < number.count {
      let digit = number[length] &- 0x30
      guard digit <= 9 else { break }
      key = key * 10 + UInt32(digit)
      length += 1
      guard lengths &>> UInt32(length) & 1 == 1 else { continue }
      let slot = slot(of: key)
      if keys[slot] == key { found = (values[slot], length) }
    }
    return found
  }

  private static func key(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> UInt32? {
    guard (1...9).contains(range.count) else { return nil }
    var key: UInt32 = 1
    for i in range {
      let digit = bytes[i] &- 0x30
      guard digit <= 9 else { return nil }
      key = key * 10 + UInt32(digit)
    }
    return key
  }
}
