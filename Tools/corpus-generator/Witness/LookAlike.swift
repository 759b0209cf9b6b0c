/// Tells which bare digit strings somebody could take for personal data with good reason.
///
/// A decoy without a naming word beside it must be none of these, or the corpus would ask for
/// clairvoyance. Wider than the definitions on purpose: any card prefix, any area code.
enum LookAlike {
  static func couldBePersonal(_ text: String) -> Bool {
    let digits = text.utf8.filter { (48...57).contains($0) }.count
    guard digits == text.utf8.count || (digits == 17 && text.utf8.count == 18) else { return false }
    switch text.utf8.count {
    case 10...12 where text.hasPrefix("0"): return true
    case 11 where isMobile(text): return true
    case 12 where text.hasPrefix("0") && isMobile(String(text.dropFirst())): return true
    case 13 where text.hasPrefix("86") && isMobile(String(text.dropFirst(2))): return true
    case 15 where text.hasPrefix("86") && isMobile(String(text.dropFirst(4))): return true
    default: break
    }
    if ResidentNumber.isPlausible(text) || ResidentNumber.isPlausibleShort(text) { return true }
    if (13...19).contains(text.utf8.count), CheckDigits.passesLuhn(text) { return true }
    return isSubscriber(text)
  }

  /// Eleven digits in the numbering space of mobile phones, allotted or not.
  static func isMobile(_ text: String) -> Bool {
    let digits = CheckDigits.values(text)
    return digits.count == 11 && text.utf8.count == 11 && digits[0] == 1 && digits[1] >= 3
  }

  /// Fifteen digits with a mobile country code of Greater China.
  static func isSubscriber(_ text: String) -> Bool {
    text.utf8.count == 15 && ["460", "461", "454", "455", "466"].contains(text.prefix(3))
      && CheckDigits.values(text).count == 15
  }
}
