/// Check digits, written a second time from the standards.
enum CheckDigits {
  /// The 18th character of a citizen's number: ISO 7064 MOD 11-2 (GB 11643-1999, 4.3) by the
  /// recursive method: P = (P + digit) × 2 mod 11 over 17 digits, then (12 − P) mod 11.
  static func mod11Radix2(_ digits: some Sequence<UInt8>) -> Character {
    var p = 0
    for digit in digits { p = (p + Int(digit)) * 2 % 11 }
    let check = (12 - p) % 11
    return check == 10 ? "X" : Character(Unicode.Scalar(UInt8(48 + check)))
  }

  /// The digit that makes `digits` pass ISO/IEC 7812-1 Annex B (Luhn).
  static func luhn(_ digits: some BidirectionalCollection<UInt8>) -> Int {
    var sum = 0
    var doubles = true
    for digit in digits.reversed() {
      let value = Int(digit) * (doubles ? 2 : 1)
      sum += value / 10 + value % 10
      doubles.toggle()
    }
    return (10 - sum % 10) % 10
  }

  static func passesLuhn(_ text: String) -> Bool {
    let digits = values(text)
    guard digits.count == text.utf8.count, let last = digits.last, digits.count > 1 else {
      return false
    }
    return luhn(digits.dropLast()) == Int(last)
  }

  /// The digits of ASCII text as numbers; everything else is dropped.
  static func values(_ text: some StringProtocol) -> [UInt8] {
    text.utf8.filter { (48...57).contains($0) }.map { $0 - 48 }
  }
}
