import Sieve

extension Span<UInt8> {
  /// The eight bytes before `end`, at least 8, the last in the highest place.
  @inline(__always)
  func word(before end: Int) -> UInt64 {
    precondition(end >= 8 && end <= count, "eight bytes stand before it")
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: end - 8, as: UInt64.self))
  }
}

/// What the bytes of a text are, a bit a byte, as the sieve left them: runs of digits and letters are measured
/// with a few instructions, however long they are.
///
/// Bits outside of the text are 0. Offsets are from 0 to the text's count.
@safe
struct Outline {
  /// Four words for each block of 64 bytes: digits, letters and digits, these with `_` and `-`, separators. The
  /// first block stands before the text.
  private let blocks: UnsafePointer<UInt64>

  /// The outline of the text that was marked last, valid until the next one is.
  @inline(__always)
  init(_ marks: Marks) { unsafe blocks = marks.outline }

  /// Which of the 64 bytes from `start` are ASCII digits, the first in the lowest bit.
  @inline(__always)
  func digits(from start: Int) -> UInt64 { bits(0, from: start) }

  /// Which of them are ASCII letters or digits.
  @inline(__always)
  func words(from start: Int) -> UInt64 { bits(1, from: start) }

  /// Which of them may stand between the groups of a number: blank, tab, `-` `.` `/` `(` `)`.
  @inline(__always)
  func separators(from start: Int) -> UInt64 { bits(3, from: start) }

  /// Which of the 64 bytes before `end` are ASCII digits, the last in the highest bit.
  @inline(__always)
  func digits(before end: Int) -> UInt64 { bits(0, before: end) }

  /// Which of them are ASCII letters or digits.
  @inline(__always)
  func words(before end: Int) -> UInt64 { bits(1, before: end) }

  /// Which of them are ASCII letters, digits, `_` or `-`.
  @inline(__always)
  func keys(before end: Int) -> UInt64 { bits(2, before: end) }

  @inline(__always)
  private func bits(_ sort: Int, from start: Int) -> UInt64 {
    let block = unsafe blocks + (4 &* (start &>> 6 &+ 1) &+ sort)
    let shift = UInt64(truncatingIfNeeded: start & 63)
    return unsafe block[0] &>> shift | (block[4] &<< 1) &<< (63 &- shift)
  }

  @inline(__always)
  private func bits(_ sort: Int, before end: Int) -> UInt64 {
    let block = unsafe blocks + (4 &* (end &>> 6 &+ 1) &+ sort)
    let shift = UInt64(truncatingIfNeeded: end & 63)
    return unsafe (block[0] &<< 1) &<< (63 &- shift) | (block - 4)[0] &>> shift
  }
}
