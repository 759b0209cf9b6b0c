/// Whether the values of a column count up, as keys that a server gives do.
struct ValueSequence: Sendable {
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var count: UInt64 = 0
  private var rises: UInt64 = 0

  /// Fewer values tell nothing.
  private static let fewest: UInt64 = 8
  /// The mean step up to which values count up: sorted phone numbers are thousands apart in a table of
  /// a million, keys a few.
  private static let longestStep: UInt64 = 64
  private static let mostDigits = 19

  /// Takes in a value; gives its count of digits, 0 where it is not digits alone or has more than 40.
  mutating func count(_ text: Span<UInt8>) -> Int {
    guard text.count > 0, text.count <= 40 else { return 0 }
    var value: UInt64 = 0
    for i in text.indices {
      let digit = text[i] &- 0x30
      guard digit <= 9 else { return 0 }
      value = value &* 10 &+ UInt64(digit)
    }
    guard text.count <= Self.mostDigits else { return text.count }
    if count == 0 { first = value } else if value > last { rises += 1 }
    last = value
    count += 1
    return text.count
  }

  /// Adds the values of `later`, which follow.
  mutating func merge(_ later: ValueSequence) {
    guard later.count > 0 else { return }
    if count == 0 { first = later.first } else if later.first > last { rises += 1 }
    rises += later.rises
    count += later.count
    last = later.last
  }

  /// Nearly all values are greater than the one before, by little.
  var countsUp: Bool {
    guard count >= Self.fewest, rises * 20 >= (count - 1) * 19, last > first else { return false }
    return (last - first) / (count - 1) <= Self.longestStep
  }
}
