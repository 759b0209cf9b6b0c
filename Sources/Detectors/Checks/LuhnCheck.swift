/// The check digit of payment cards (ISO/IEC 7812-1, annex B) and of the IMEI (3GPP TS 23.003,
/// annex B). A random look-alike passes once in ten times.
struct LuhnCheck: Check {
  static let name = "luhn"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    var sum = 0
    var doubled = false
    var i = value.count - 1
    while i >= 0 {
      var digit = Int(value[i]) - 0x30
      guard (0...9).contains(digit) else { return .fail }
      if doubled {
        digit *= 2
        if digit > 9 { digit -= 9 }
      }
      sum += digit
      doubled.toggle()
      i -= 1
    }
    return sum % 10 == 0 ? .pass : .fail
  }
}
