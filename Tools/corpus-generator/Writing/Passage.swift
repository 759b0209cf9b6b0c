/// A piece of writing with personal values at known places; written as an interpolated string,
/// `"电话\(person.mobile)，谢谢"`.
struct Passage: ExpressibleByStringInterpolation {
  enum Piece {
    case text(String)
    /// `subject` numbers the persons of a record: 0 the one it is about, 1 the guardian.
    case datum(Datum, subject: Int)
  }

  var pieces: [Piece] = []

  init(stringLiteral value: String) { pieces = [.text(value)] }

  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  init(_ text: String) { pieces = [.text(text)] }

  init(_ datum: Datum, subject: Int = 0) { pieces = [.datum(datum, subject: subject)] }

  struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }

    mutating func appendInterpolation(_ datum: Datum, subject: Int = 0) {
      pieces.append(.datum(datum, subject: subject))
    }

    mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }

    mutating func appendInterpolation(_ number: Int) { pieces.append(.text(String(number))) }

    mutating func appendInterpolation(_ passage: Passage) { pieces += passage.pieces }
  }

  /// The text without any marking.
  var plain: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .datum(let datum, _): datum.written
      }
    }.joined()
  }
}
