/// One token of a row: a whole or decimal number, with a sign or exponent, or hexadecimal digits.
struct Figure {
  /// Negative with many digits, with an exponent, with a stop at its end, with the suffix of a literal, of
  /// more than 19 digits or more than 8 decimals, which no coordinate has.
  private(set) var isCalculated = false
  /// A number of a size that no paper, date, time stamp, telephone number or amount has.
  private(set) var isOdd = false
  /// Before the decimal point.
  private(set) var digitCount = 0

  /// Nil for what is none: a word, a date, a version.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    let isNegative = text[i] == 0x2D
    if isNegative || text[i] == 0x2B { i += 1 }
    let first = i
    while i < range.upperBound, text[i] &- 0x30 <= 9 { i += 1 }
    let whole = i - first
    digitCount = whole
    var decimals = 0
    var hasStop = false
    if i < range.upperBound, text[i] == 0x2E {
      hasStop = true
      i += 1
      while i < range.upperBound, text[i] &- 0x30 <= 9 {
        i += 1
        decimals += 1
      }
    }
    if whole == 1, Self.isHexadecimalLiteral(text, first..<range.upperBound) {
      isCalculated = true
      return
    }
    if i < range.upperBound {
      let rest = i..<range.upperBound
      guard whole + decimals > 0, Self.isExponent(text, rest) || Self.isSuffix(text, rest) else {
        guard Self.isHexadecimal(text, first..<range.upperBound) else { return nil }
        return
      }
      isCalculated = true
      return
    }
    guard whole + decimals > 0 else { return nil }
    isCalculated =
      hasStop && decimals == 0 && Self.isLiteralEnd(text, range.upperBound)
      || isNegative && whole + decimals > 4 || whole > 19 || decimals > 8
    isOdd =
      hasStop ? decimals > 0 && whole > 6 : !isNegative && Self.isOdd(text, first, whole)
  }

  /// Of 9 to 14 digits (`count` of them from `first`), and nothing of this: a day or time (8 and 14 digits from 19 or 20), a time
  /// stamp (10 or 13 from 1), a telephone number (0…, 1…, 86…).
  static func isOdd(_ text: Span<UInt8>, _ first: Int, _ count: Int) -> Bool {
    let (a, b) = (text[first] &- 0x30, count > 1 ? text[first + 1] &- 0x30 : 0)
    guard a != 0 else { return false }
    switch count {
    case 9: return true
    case 10: return a != 1
    case 11: return a != 1 || b < 3
    case 12: return true
    case 13: return a != 1 && !(a == 8 && b == 6)
    case 14: return !(a == 1 && b == 9 || a == 2 && b == 0)
    default: return false
    }
  }

  /// A full stop before a comma or bracket ends a literal, not a sentence.
  static func isLiteralEnd(_ text: Span<UInt8>, _ end: Int) -> Bool {
    end < text.count && (text[end] == 0x2C || text[end] == 0x5D)
  }

  /// `e-12`, `E+05`.
  private static func isExponent(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard text[range.lowerBound] | 0x20 == 0x65 else { return false }
    var i = range.lowerBound + 1
    if i < range.upperBound, text[i] == 0x2B || text[i] == 0x2D { i += 1 }
    guard i < range.upperBound else { return false }
    while i < range.upperBound {
      guard text[i] &- 0x30 <= 9 else { return false }
      i += 1
    }
    return true
  }

  /// `0x7f06a3c47b8a56d3ULL`.
  private static func isHexadecimalLiteral(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 2, text[range.lowerBound] == 0x30, text[range.lowerBound + 1] | 0x20 == 0x78
    else { return false }
    var i = range.lowerBound + 2
    while i < range.upperBound, GroupedNumber.isHex(text[i]) { i += 1 }
    return i > range.lowerBound + 2 && isSuffix(text, i..<range.upperBound)
  }

  /// `LL`, `ULL`, `u`, `n`: behind integers of programs.
  private static func isSuffix(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 3 else { return false }
    for i in range {
      switch text[i] | 0x20 {
      case 0x6C, 0x75, 0x6E: continue
      default: return false
      }
    }
    return true
  }

  /// At least one digit, and letters from A to F.
  private static func isHexadecimal(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var hasDigit = false
    guard range.count <= 16 else { return false }
    for i in range {
      if text[i] &- 0x30 <= 9 {
        hasDigit = true
      } else if (text[i] | 0x20) &- 0x61 >= 6 {
        return false
      }
    }
    return hasDigit
  }
}
