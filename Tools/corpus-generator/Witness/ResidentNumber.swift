/// The citizen's number: building it and judging it (GB 11643-1999, and its 15-digit form of 1989).
enum ResidentNumber {
  /// Region, birth date and sequence completed with the check character.
  static func complete(region: String, birth: CalendarDay, sequence: Int) -> String {
    let front = region + birth.compact + padded(sequence, 3)
    return front + String(CheckDigits.mod11Radix2(CheckDigits.values(front)))
  }

  /// The old form: two digits of the year, no check character.
  static func short(region: String, birth: CalendarDay, sequence: Int) -> String {
    region + String(birth.compact.dropFirst(2)) + padded(sequence, 3)
  }

  /// A 15-digit number in 18 digits; holders of the old form were born in the 20th century.
  static func expanded(_ short: String) -> String {
    let front = short.prefix(6) + "19" + short.dropFirst(6)
    return front + String(CheckDigits.mod11Radix2(CheckDigits.values(front)))
  }

  /// Whether eighteen characters could be a citizen's number or a residence permit for residents
  /// of Hong Kong, Macao and Taiwan: province, calendar and check character.
  static func isPlausible(_ text: String) -> Bool {
    let upper = Array(text.uppercased())
    guard upper.count == 18, upper.dropLast().allSatisfy({ ("0"..."9").contains($0) }),
      ("0"..."9").contains(upper[17]) || upper[17] == "X",
      provinces.contains(String(upper[0..<2])), birth(in: text) != nil
    else { return false }
    return CheckDigits.mod11Radix2(CheckDigits.values(String(upper[0..<17]))) == upper[17]
  }

  /// Whether fifteen digits could be the old form.
  static func isPlausibleShort(_ text: String) -> Bool {
    text.utf8.count == 15 && CheckDigits.values(text).count == 15
      && provinces.contains(String(text.prefix(2))) && birth(in: text) != nil
  }

  /// The birth date in a number of either length, if it names a day from 1900 on.
  static func birth(in text: String) -> CalendarDay? {
    let old = text.utf8.count == 15
    let part = old ? "19" + text.dropFirst(6).prefix(6) : String(text.dropFirst(6).prefix(8))
    guard let year = Int(part.prefix(4)), let month = Int(part.dropFirst(4).prefix(2)),
      let day = Int(part.suffix(2)), (1900...2026).contains(year),
      CalendarDay.exists(year, month, day)
    else { return nil }
    return CalendarDay(year, month, day)
  }

  /// First pairs of GB/T 2260 and of the residence permits.
  static let provinces: Set<String> = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
    "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
    "65", "71", "81", "82", "83",
  ]
}
