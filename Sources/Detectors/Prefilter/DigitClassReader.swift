/// Reads which digits a class of characters (`[1-9Xx]`) holds.
enum DigitClassReader {
  /// - Parameter index: behind the opening bracket; afterwards behind the closing one.
  static func read(
    _ pattern: [Unicode.Scalar], _ index: inout Int
  ) throws(DigitPatternReader.NotRead) -> DigitPiece {
    let all = DigitPiece.allDigits
    var (digits, isExact) = (UInt16(0), true)
    let isNegated = index < pattern.count && pattern[index] == "^"
    if isNegated { index += 1 }
    var others = isNegated
    let first = index
    while index < pattern.count {
      let scalar = pattern[index]
      if scalar == "]", index > first {
        index += 1
        if isNegated { digits = isExact ? ~digits & all : all }
        return .take(digits: digits, others: others)
      }
      if scalar == "[", index + 1 < pattern.count, ":.=".unicodeScalars.contains(pattern[index + 1])
      {
        // [:alnum:] and the like.
        throw DigitPatternReader.NotRead()
      }
      if scalar == "\\" {
        guard index + 1 < pattern.count else { throw DigitPatternReader.NotRead() }
        let escaped = pattern[index + 1]
        index += 2
        others = others || escaped != "d"
        switch escaped {
        case "d", "w": digits = all
        case "s", "h", "v", "n", "r", "t", "f": break
        case "p", "P", "D", "S", "W", "H", "V": (digits, isExact) = (all, false)
        default:
          guard escaped.isASCII, !escaped.properties.isAlphabetic, !("0"..."9" ~= escaped) else {
            throw DigitPatternReader.NotRead()
          }
          // The beginning of a range is a character by itself.
          if index < pattern.count, pattern[index] == "-" { throw DigitPatternReader.NotRead() }
        }
        continue
      }
      index += 1
      var last = scalar
      if index + 1 < pattern.count, pattern[index] == "-", pattern[index + 1] != "]" {
        last = pattern[index + 1]
        guard last != "\\", last != "[", last >= scalar else { throw DigitPatternReader.NotRead() }
        index += 2
      }
      others = others || !("0"..."9" ~= scalar && "0"..."9" ~= last)
      for digit in 0..<10 where scalar.value...last.value ~= UInt32(0x30 + digit) {
        digits |= 1 << UInt16(digit)
      }
    }
    throw DigitPatternReader.NotRead()
  }
}
