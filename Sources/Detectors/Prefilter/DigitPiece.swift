/// What a part of a pattern takes of digits; of all else only that it may take it.
indirect enum DigitPiece: Sendable {
  /// One character: bit *d* of `digits` for the digit *d*, `others` for characters that are no ASCII digits.
  case take(digits: UInt16, others: Bool)
  case sequence([DigitPiece])
  case choice([DigitPiece])
  /// `most` is nil where there is no end to it.
  case many(DigitPiece, least: Int, most: Int?)

  static let nothing = DigitPiece.sequence([])
  static let anything = DigitPiece.many(.take(digits: allDigits, others: true), least: 0, most: nil)
  static let allDigits: UInt16 = 0x3FF

  /// It may be repeated without end.
  var isEndless: Bool {
    switch self {
    case .take: false
    case .sequence(let pieces), .choice(let pieces): pieces.contains { $0.isEndless }
    case .many(let piece, _, let most): most == nil || piece.isEndless
    }
  }
}
