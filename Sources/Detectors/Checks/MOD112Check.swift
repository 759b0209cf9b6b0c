/// The check character of an 18-character citizen number: GB 11643-1999, 4.3, which is
/// ISO 7064:1983 MOD 11-2. A random look-alike passes once in eleven times.
struct MOD112Check: Check {
  static let name = "mod-11-2"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 18 else { return .fail }
    // The pure system: the running sum, doubled at each step. It stays below 2^22, so one remainder at the end
    // does for those of all steps.
    var sum = 0
    for i in 0..<17 {
      let digit = Int(value[i]) - 0x30
      guard (0...9).contains(digit) else { return .fail }
      sum = (sum + digit) * 2
    }
    let expected = (12 - sum % 11) % 11
    let stands = value[17] == 0x58 ? 10 : Int(value[17]) - 0x30
    return stands == expected ? .pass : .fail
  }
}
