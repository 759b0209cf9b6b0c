/// The check digit of a Taiwan identity number: a letter for the place of first registration and nine
/// digits, or on resident certificates issued before 2021 two letters and eight digits, of which the
/// second counts as the last digit of its code. A random look-alike passes once in ten times.
struct TaiwanIDCheck: Check {
  static let name = "taiwan-id"

  /// The codes of A to Z: not in alphabetical order from I on, since letters were given out later.
  private static let codes: [26 of UInt8] = [
    10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30,
    31, 33,
  ]

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 10 else { return .fail }
    let first = value[0] &- 0x41
    guard first < 26 else { return .fail }
    let code = Int(Self.codes[Int(first)])
    var sum = code / 10 + code % 10 * 9
    for i in 1..<10 {
      var digit = Int(value[i]) - 0x30
      if i == 1, value[1] &- 0x41 < 26 { digit = Int(Self.codes[Int(value[1] &- 0x41)]) % 10 }
      guard (0...9).contains(digit) else { return .fail }
      sum += digit * max(1, 9 - i)
    }
    return sum % 10 == 0 ? .pass : .fail
  }
}
