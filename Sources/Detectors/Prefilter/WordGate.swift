/// What a word of letters and digits must look like for a form to be tried: a superset of what its
/// pattern accepts.
package struct WordGate: Equatable, Sendable {
  /// Bit *n*: the word can have *n* characters.
  package let lengths: UInt64
  /// Bit *n*: *n* letters can stand before its first digit.
  package let letters: UInt64
  /// Bit *n*: it can have *n* digits in all.
  package let digits: UInt64
  /// Bit *i*: it can begin with this character, 0–9 and A–Z without regard to case.
  package let first: UInt64
  /// One blank or hyphen can stand between the letters it begins with and the rest (E 12345678).
  package let apart: Bool

  /// The characters that a word may begin with, in the order of their bits.
  package static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// - Parameters:
  ///   - lengths: counts of characters, each 2...63.
  ///   - letters: counts of letters before the first digit, each 0...62; nil for any.
  ///   - digits: counts of digits, each 1...62; nil for any.
  ///   - first: ASCII letters and digits, others are ignored; nil for any.
  ///   - apart: whether a blank or hyphen can stand behind its first letters.
  package init(
    lengths: [Int], letters: [Int]? = nil, digits: [Int]? = nil, first: String? = nil,
    apart: Bool = false
  ) {
    self.apart = apart
    self.lengths = Self.bits(lengths)
    self.letters = letters.map(Self.bits) ?? .max
    self.digits = digits.map(Self.bits) ?? .max
    self.first =
      first.map { first in
        Self.bits(first.uppercased().compactMap { Self.alphabet.firstIndex(of: $0) })
      } ?? .max
  }

  private static func bits(_ numbers: [Int]) -> UInt64 {
    numbers.reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// The longest word and the most letters at its beginning that pass.
  var longest: Int { 63 - lengths.leadingZeroBitCount }
  var mostLetters: Int { min(63 - letters.leadingZeroBitCount, longest - 1) }

  /// - Parameter first: `WordShape.index(ofFirst:)`.
  @inline(__always)
  func admits(_ shape: WordShape, first index: Int) -> Bool {
    lengths >> UInt64(shape.length) & 1 == 1 && letters >> UInt64(shape.letters) & 1 == 1
      && digits >> UInt64(shape.digits) & 1 == 1 && first >> UInt64(index) & 1 == 1
  }
}
