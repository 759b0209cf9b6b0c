import Findings

/// A mobile number behind a bare 86 is no product code: thirteen digits whose last is the check digit
/// of the twelve before it (EAN-13; GS1 General Specifications, 7.9).
///
/// One such number in ten is one by chance. The value is the canonical form, without the 86.
struct ProductCodeCheck: Check {
  static let name = "no-product-code"

  /// Eight, and three times six: what the 86 adds to the sum.
  private static let countryCodeSum = 8 + 3 * 6

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 11 else { return .unknown }
    var sum = Self.countryCodeSum
    for i in value.indices { sum += Int(value[i] &- 0x30) * (i % 2 == 0 ? 1 : 3) }
    return sum % 10 == 0 ? .fail : .pass
  }
}
