/// A byte of interest: where in the text, and of which sort.
///
/// A word of 32 bits: the offset in the upper 30 (texts are blocks of at most 2^30 bytes), the sort in
/// the lower two. Its members are inlined into other modules, since every mark passes through them.
package struct Mark: Equatable, Sendable {
  @usableFromInline
  let word: UInt32

  @inlinable
  init(offset: Int, sort: UInt32) { word = UInt32(truncatingIfNeeded: offset) << 2 | sort }

  /// The first digit of a run of digits, ASCII or full-width (U+FF10–FF19).
  @inlinable
  package static func number(at offset: Int) -> Mark { Mark(offset: offset, sort: 0) }

  /// `@` or `＠`.
  @inlinable
  package static func atSign(at offset: Int) -> Mark { Mark(offset: offset, sort: 1) }

  /// A character of the place alphabet (路, 号, 區 …).
  @inlinable
  package static func place(at offset: Int) -> Mark { Mark(offset: offset, sort: 2) }

  @inlinable
  package var offset: Int { Int(word >> 2) }

  @inlinable
  package var isNumber: Bool { word & 3 == 0 }

  @inlinable
  package var isAtSign: Bool { word & 3 == 1 }

  @inlinable
  package var isPlace: Bool { word & 3 == 2 }
}
