/// The check digit of a Hong Kong identity card: one or two letters, six digits and the check digit, a
/// digit or `A` for ten (cards under the Registration of Persons Ordinance, cap. 177; the sum is no
/// published standard, public validators agree on it). Letters count 10–35, a missing first letter 36; weights 9 to 1; the
/// sum is divisible by 11. A random look-alike passes once in eleven times.
struct HongKongIDCheck: Check {
  static let name = "hong-kong-id"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard value.count == 8 || value.count == 9 else { return .fail }
    var weight = value.count
    var sum = value.count == 8 ? 36 * 9 : 0
    for i in value.indices {
      guard let number = alphanumeric(value[i]) else { return .fail }
      // A letter but for the check character stands at the beginning.
      guard (number >= 10) == (weight > 7) || weight == 1 && number == 10 else { return .fail }
      sum += number * weight
      weight -= 1
    }
    return sum % 11 == 0 ? .pass : .fail
  }
}
