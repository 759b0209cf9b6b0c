/// What belongs to an address behind its last part, where no ending tells it: the name of a house, a
/// shop or a company (`…路567号重汽希尔博`).
///
/// Only where a delimiter shows that the text is a value: between quotes, or behind a label and its
/// colon up to the next punctuation. There a name of two or three characters is left out, since it is
/// more likely the recipient's.
enum AddressTail {
  private static let longestInCharacters = 16
  /// A label's value goes on with a name of at least so many characters, or it ends with its parts.
  private static let shortestAfterLabel = 4
  /// 收 转 电 先 女 小 老 同 经 附 门 旁: with these begins what is said of the recipient or the way.
  private static let remarks: Set<UInt32> = [
    0x6536, 0x8F6C, 0x7535, 0x5148, 0x5973, 0x5C0F, 0x8001, 0x540C, 0x7ECF, 0x9644, 0x95E8, 0x65C1,
  ]

  /// The end of the address that was matched in `range`, with its tail.
  ///
  /// - Parameters:
  ///   - range: the match, in bytes of the text.
  ///   - isAnnounced: a label stands before it.
  static func end(of range: Range<Int>, in text: Span<UInt8>, isAnnounced: Bool) -> Int {
    let opening = PlaceScalar(in: text, before: range.lowerBound)
    let isQuoted = isQuote(opening.value)
    guard isQuoted || isAnnounced && isColon(opening.value) else { return range.upperBound }
    var offset = range.upperBound
    var characterCount = 0
    var digitCount = 0
    var isBracketOpen = false
    while characterCount <= longestInCharacters {
      let scalar = PlaceScalar(in: text, at: offset)
      let roles = PlaceRoles.of(scalar)
      // （住址：…844号）他去过: the bracket was opened before the label.
      if scalar.value == 0x29 || scalar.value == 0xFF09, !isBracketOpen { return range.upperBound }
      isBracketOpen = isBracketOpen || scalar.value == 0x28 || scalar.value == 0xFF08
      if isQuoted ? isQuote(scalar.value) : isDelimiter(scalar) {
        let isLong = isQuoted || characterCount >= shortestAfterLabel
        return isLong ? offset : range.upperBound
      }
      digitCount = roles.contains(.digit) ? digitCount + 1 : 0
      guard !roles.isDisjoint(with: .wordOrNumber) || isBracketOrHyphen(scalar.value),
        !roles.contains(.particle), digitCount < 6, isQuoted || !remarks.contains(scalar.value)
      else { return range.upperBound }
      offset += scalar.length
      characterCount += 1
    }
    return range.upperBound
  }

  /// Whether a value begins behind a character: a quote, a colon or `=`.
  static func isOpening(_ scalar: UInt32) -> Bool { isQuote(scalar) || isColon(scalar) }

  static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x201C, 0x201D, 0x300C, 0x300D: true
    default: false
    }
  }

  private static func isColon(_ scalar: UInt32) -> Bool {
    scalar == 0x3A || scalar == 0xFF1A || scalar == 0x3D
  }

  /// The end of the text or line, `，,。；;|` and tab.
  static func isDelimiter(_ scalar: PlaceScalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x09, 0x2C, 0x3B, 0x7C, 0x3002, 0xFF0C, 0xFF1B: true
    default: scalar.length == 0
    }
  }

  private static func isBracketOrHyphen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x29, 0x2D, 0xFF08, 0xFF09, 0xB7: true
    default: false
    }
  }
}
