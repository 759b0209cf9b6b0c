import Findings

/// A day as a spreadsheet writes it back: `2026-11-23` may return as `2026/11/23` or `23.11.2026`.
enum EditedDay {
  /// The day as `YYYY-MM-DD`; what cannot be told for sure (`5/6/2026`) stays as it is.
  static func iso(_ cell: [UInt8]) -> [UInt8] {
    var numbers: [(value: Int, digits: Int)] = []
    var separators: [UInt8] = []
    var digits: [UInt8] = []
    for byte in cell + [0] {
      if (0x30...0x39).contains(byte), digits.count < 4 {
        digits.append(byte)
        continue
      }
      guard !digits.isEmpty else { return cell }
      numbers.append((digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count))
      digits = []
      if byte != 0 { separators.append(byte) }
    }
    guard numbers.count == 3, separators.count == 2, separators[0] == separators[1],
      let separator = separators.first, "-/.".utf8.contains(separator),
      let day = day(numbers, separator)
    else { return cell }
    return Array(day.iso.utf8)
  }

  private static func day(
    _ numbers: [(value: Int, digits: Int)], _ separator: UInt8
  ) -> CivilDate? {
    let (a, b, c) = (numbers[0].value, numbers[1].value, numbers[2].value)
    if numbers[0].digits == 4 { return CivilDate(year: a, month: b, day: c) }
    guard numbers[2].digits == 4 else { return nil }
    // Dots stand in days that come before months.
    if separator == UInt8(ascii: ".") || a > 12 { return CivilDate(year: c, month: b, day: a) }
    return a == b || b > 12 ? CivilDate(year: c, month: a, day: b) : nil
  }
}
