/// Decibans as a probability with three decimals.
///
/// p = 1 / (1 + 10^(-db/10)), rounded to thousandths. It is a table since `pow` may differ in its
/// last bit from one C library to the next, and the bytes of a report may not. Beyond ±34 decibans
/// the three decimals can only say 0.000 and 1.000.
enum ConfidenceText {
  /// Thousandths for -34...34 decibans, made with Python's `decimal` at 50 digits.
  private static let thousandths: [UInt64] = [
    0, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 31, 38, 48, 59, 74, 91, 112,
    137, 166, 201, 240, 285, 334, 387, 443, 500, 557, 613, 666, 715, 760, 799, 834, 863, 888, 909,
    926, 941, 952, 962, 969, 975, 980, 984, 988, 990, 992, 994, 995, 996, 997, 997, 998, 998, 999,
    999, 999, 999, 999, 1000,
  ]

  /// The table's range.
  static let limitInDecibans = 34

  /// `0.909` for 10; `decibans` may be any number.
  static func text(ofDecibans decibans: Int) -> [UInt8] {
    let clamped = max(-limitInDecibans, min(limitInDecibans, decibans))
    var text: [UInt8] = []
    DecimalText.appendRatio(thousandths[clamped + limitInDecibans], to: 1000, into: &text)
    return text
  }
}
