/// A byte of interest: where in the text, and of which sort.
package struct Mark: Equatable, Sendable {
  package enum Sort: UInt32, Sendable {
    /// The first digit of a run of digits, ASCII or full-width (U+FF10–FF19).
    case number
    /// `@` or `＠`.
    case at
    /// A character of the place alphabet (路, 号, 區 …).
    case place
  }

  /// Offset in the upper 30 bits, sort in the lower two: texts are blocks of at most 2^30 bytes.
  private let word: UInt32

  package init(offset: Int, sort: Sort) {
    word = UInt32(truncatingIfNeeded: offset) << 2 | sort.rawValue
  }

  package var offset: Int { Int(word >> 2) }

  package var sort: Sort {
    switch word & 3 {
    case 0: .number
    case 1: .at
    default: .place
    }
  }
}
