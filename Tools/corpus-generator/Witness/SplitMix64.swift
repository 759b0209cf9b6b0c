/// The generator of every random choice (Steele, Lea and Flood 2014; the constants are theirs).
///
/// Own code, so that a seed gives the same bytes on every machine and with every library version.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// An own stream for each folder or table: a change in one leaves the others as they are.
  init(seed: UInt64, stream: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = seed &+ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in 0..<bound. The bias is under 2^-32 for the bounds in use.
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in `percent` of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  /// `count` digits, the first one not 0.
  mutating func digits(_ count: Int) -> String {
    var text = String(number(1...9))
    for _ in 1..<max(count, 1) { text += String(below(10)) }
    return text
  }

  /// `count` digits, zeros anywhere.
  mutating func anyDigits(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += String(below(10)) }
    return text
  }

  mutating func letters(_ count: Int, from alphabet: String) -> String {
    let list = Array(alphabet)
    return String((0..<count).map { _ in list[below(list.count)] })
  }

  mutating func hex(_ count: Int) -> String { letters(count, from: "0123456789abcdef") }
}
