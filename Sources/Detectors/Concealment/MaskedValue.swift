import Findings

/// What a masked value still shows: 138****5678, 1101**********1234, 张*, z***@example.com.
struct MaskedValue {
  /// Stars, or letters x in a run of three and more between digits.
  private(set) var hidden = 0
  /// Letters, digits and characters before the first and behind the last star.
  private(set) var first = 0
  private(set) var last = 0
  /// Letters, digits and characters between stars.
  private(set) var between = 0
  private var digits = 0
  private var letters = 0
  private var characters = 0
  private var hasAt = false
  /// The first digit shown, if the value begins with one.
  private var firstDigit: UInt8?
  private var secondDigit: UInt8?

  /// Nil where the value is not masked.
  init?(_ value: Span<UInt8>) {
    let isCrossed = Self.isCrossed(value)
    var i = 0
    var local = true
    while i < value.count {
      let byte = value[i]
      let star = Self.starWidth(value, i, isCrossed)
      if star > 0 {
        hidden += 1
        between += last
        last = 0
        i += star
        continue
      }
      if byte == 0x40 {
        // The domain of a mail address is not what a mask hides.
        hasAt = true
        local = false
      }
      let isDigit = byte &- 0x30 <= 9
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isCharacter = byte >= 0xE0
      if local, isDigit || isLetter || isCharacter {
        if isDigit { digits += 1 } else if isLetter { letters += 1 } else { characters += 1 }
        if hidden == 0 {
          if isDigit, first == 0 { firstDigit = byte &- 0x30 }
          if isDigit, first == 1 { secondDigit = byte &- 0x30 }
          first += 1
        } else {
          last += 1
        }
      } else if local, !Self.isJoint(byte), byte < 0x80 {
        return nil
      }
      i += isCharacter ? 3 : 1
    }
    guard hidden > 0 else { return nil }
    // One star is a footnote, a wildcard, a multiplication; in a name of two it is a mask.
    if hidden == 1, !(characters == 1 || characters == 2) || digits + letters > 0 { return nil }
    // 2*3*4, a glob, bold text.
    if between > 0, hidden < 3 || digits == 0 { return nil }
  }

  /// What the mask is worth for a type.
  func judgement(type: String) -> Concealment {
    let shown = first + last + between
    if shown == 0 { return .full }
    switch type {
    case "mobile-phone", "landline-phone":
      return hidden <= 4 || shown >= 7 ? .guessable : .usual
    case "resident-id", "foreigner-id":
      if shown >= 14 { return .guessable }
      return first >= 6 || last >= 2 ? .telling : .usual
    case "bank-card", "imei", "imsi", "iccid":
      return shown > 10 ? .guessable : .usual
    case "person-name", "email", "address": return .usual
    default: return hidden < shown && hidden <= 4 ? .guessable : .usual
    }
  }

  /// Whether the digits that are left fit a number of the type as it is commonly masked.
  func fits(type: String) -> Bool {
    let length = first + last + between + hidden
    switch type {
    case "mobile-phone":
      return letters + characters == 0 && digits > 0
        && (length == 11 && firstDigit == 1 && (secondDigit ?? 3) >= 3 || first == 0 && digits <= 4
          || first == 3 && last <= 4 && firstDigit == 1)
    case "resident-id":
      return characters == 0 && letters <= 1 && digits > 0
        && (length == 18 || length == 15 || first >= 1 && first <= 6 && hidden >= 4)
    case "bank-card":
      return letters + characters == 0 && digits > 0 && (last == 4 || last == 3 || first >= 4)
    case "email": return hasAt
    case "person-name": return characters > 0 && characters <= 3 && digits == 0 && !hasAt
    default: return digits + letters + characters > 0
    }
  }

  /// What the shape alone tells, without a column or label: nil for most.
  var typeByShape: String? {
    guard letters <= 1, characters == 0, between == 0, !hasAt else { return nil }
    let length = first + last + hidden
    if length == 11, first == 3, last == 4, firstDigit == 1, (secondDigit ?? 0) >= 3 {
      return "mobile-phone"
    }
    if length == 18, first >= 3, first <= 6, last >= 1, last <= 4,
      firstDigit.map({ 1...8 ~= $0 }) == true
    {
      return "resident-id"
    }
    if letters == 0, length >= 16, length <= 19, first == 6 || first == 4, last == 4 {
      return "bank-card"
    }
    return nil
  }

  /// Bytes of the star at `i`: `*` `＊` `•` `●`, and `x` in a number that is crossed out.
  static func starWidth(_ value: Span<UInt8>, _ i: Int, _ isCrossed: Bool) -> Int {
    let byte = value[i]
    if byte == 0x2A { return 1 }
    if isCrossed, byte | 0x20 == 0x78, i + 1 < value.count || i > 0 && value[i - 1] | 0x20 == 0x78 {
      return 1
    }
    guard byte >= 0xE2, i + 2 < value.count else { return 0 }
    switch (byte, value[i + 1], value[i + 2]) {
    case (0xEF, 0xBC, 0x8A), (0xE2, 0x80, 0xA2), (0xE2, 0x97, 0x8F): return 3
    default: return 0
    }
  }

  /// Whether the value is digits with a run of three or more letters x: 138xxxx5678.
  private static func isCrossed(_ value: Span<UInt8>) -> Bool {
    var run = 0
    var longest = 0
    for i in value.indices {
      let byte = value[i]
      if byte | 0x20 == 0x78 {
        run += 1
        longest = max(longest, run)
      } else {
        guard byte &- 0x30 <= 9 || isJoint(byte) else { return false }
        run = 0
      }
    }
    return longest >= 3 && longest < value.count
  }

  /// Blank, `-`, `.`, `_`, `+`, brackets.
  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2D, 0x2E, 0x5F, 0x2B, 0x28, 0x29: true
    default: false
    }
  }
}
