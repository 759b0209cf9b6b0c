/// Decimal prefixes of up to nine digits and a small value for each: the longest prefix wins.
struct PrefixTable: Sendable {
  /// Key: the prefix with a 1 before it, so that 010 and 10 differ.
  private var values: [UInt32: UInt64] = [:]
  private var longest = 0

  mutating func insert(_ prefix: borrowing [UInt8], _ range: Range<Int>, _ value: UInt64) {
    guard let key = Self.key(prefix, range) else { return }
    values[key, default: 0] |= value
    longest = max(longest, range.count)
  }

  mutating func insert(decimal prefix: Int, digits: Int, _ value: UInt64) {
    var power = 1
    for _ in 0..<digits { power *= 10 }
    values[UInt32(power + prefix), default: 0] |= value
    longest = max(longest, digits)
  }

  /// The value of the longest prefix of `number` that the table has, and its length.
  func longestPrefix(of number: Span<UInt8>) -> (value: UInt64, digits: Int)? {
    var key: UInt32 = 1
    var found: (UInt64, Int)?
    for i in 0..<min(longest, number.count) {
      let digit = number[i] &- 0x30
      guard digit <= 9 else { break }
      key = key * 10 + UInt32(digit)
      if let value = values[key] { found = (value, i + 1) }
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
