import Findings

/// Values of BSON as text, as MongoDB's tools print them.
enum BSONText {
  /// A whole number without a fraction, as the shell prints it.
  static func number(_ bits: UInt64) -> String {
    let value = Double(bitPattern: bits)
    if value.magnitude < 1e15, value == value.rounded() { return String(Int64(value)) }
    return value.description
  }

  /// Milliseconds since 1970-01-01 UTC as ISO 8601; those beyond the years 0 to 9999 as a number.
  static func date(_ milliseconds: Int64) -> String {
    guard milliseconds >= -62_167_219_200_000, milliseconds < 253_402_300_800_000 else {
      return String(milliseconds)
    }
    let ofDay: Int64 = 86_400_000
    let day = Int((milliseconds - (milliseconds % ofDay + ofDay) % ofDay) / ofDay)
    let rest = Int((milliseconds % ofDay + ofDay) % ofDay)
    let (year, month, dayOfMonth) = civil(day)
    func padded(_ value: Int, _ digits: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let fraction = rest % 1000 == 0 ? "" : "." + padded(rest % 1000, 3)
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(dayOfMonth, 2) + "T"
      + padded(rest / 3_600_000, 2) + ":" + padded(rest / 60_000 % 60, 2) + ":"
      + padded(rest / 1000 % 60, 2) + fraction + "Z"
  }

  /// The date `days` after 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// A decimal of IEEE 754-2008, 128 bits, binary integer encoding (3.5.2), as
  /// "to-scientific-string" of the General Decimal Arithmetic has it.
  static func decimal(low: UInt64, high: UInt64) -> String {
    let sign = high >> 63 == 1 ? "-" : ""
    let combination = high >> 58 & 0x1F
    if combination == 0x1F { return "NaN" }
    if combination == 0x1E { return sign + "Infinity" }
    // With these two bits set the coefficient would have more than 34 digits: it stands for 0.
    let isLarge = combination >> 3 == 3
    let exponent = Int(isLarge ? high >> 47 & 0x3FFF : high >> 49 & 0x3FFF) - 6176
    let coefficient = isLarge ? 0 : UInt128(high & 0x1_FFFF_FFFF_FFFF) << 64 | UInt128(low)
    let digits = String(coefficient)
    let adjusted = exponent + digits.count - 1
    if exponent <= 0, adjusted >= -6 {
      guard exponent < 0 else { return sign + digits }
      let whole = digits.count + exponent
      if whole > 0 { return sign + digits.prefix(whole) + "." + digits.suffix(-exponent) }
      return sign + "0." + String(repeating: "0", count: -whole) + digits
    }
    let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
    return sign + digits.prefix(1) + fraction + "E" + (adjusted < 0 ? "" : "+") + String(adjusted)
  }

  /// Hexadecimal digits; of 16 bytes that are a UUID, in its groups (RFC 9562, section 4).
  static func hex(_ bytes: [UInt8], isUUID: Bool = false) -> String {
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if isUUID, [4, 6, 8, 10].contains(index) { text += "-" }
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
    return text
  }
}
