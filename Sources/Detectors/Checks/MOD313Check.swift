/// The check character of a unified social credit code: GB 32100-2015, which is ISO 7064 MOD 31-3 over
/// the digits and the letters but I, O, S, V and Z. A random look-alike passes once in 31 times.
struct MOD313Check: Check {
  static let name = "mod-31-3"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 18 else { return .fail }
    var sum = 0
    // Powers of 3, whose remainders are the standard's weights; the sum stays below 2^31.
    var weight = 1
    for i in 0..<17 {
      guard let number = Self.number(value[i]) else { return .fail }
      sum += number * weight
      weight *= 3
    }
    guard let check = Self.number(value[17]) else { return .fail }
    return (sum + check) % 31 == 0 ? .pass : .fail
  }

  /// The place of a character in `0-9A-HJ-NPQRTUWXY`.
  private static func number(_ byte: UInt8) -> Int? {
    if byte &- 0x30 <= 9 { return Int(byte) - 0x30 }
    guard let number = alphanumeric(byte) else { return nil }
    switch byte {
    case 0x49, 0x4F, 0x53, 0x56, 0x5A: return nil
    case 0x4A...0x4E: return number - 1
    case 0x50...0x52: return number - 2
    case 0x54...0x55: return number - 3
    case 0x57...0x59: return number - 4
    default: return number
    }
  }
}
