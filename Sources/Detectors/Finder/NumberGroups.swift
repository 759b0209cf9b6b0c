import Sieve

/// How many digits the first group of a number has for each form to be tried: `179769 260` is no mobile number,
/// whose groups begin with three digits, seven or eleven, though it has the digits of one.
///
/// Read from the patterns, some 50 µs for each, so for long texts only.
struct NumberGroups: Sendable {
  /// Groups of more digits are taken for one of so many.
  static let most = 41

  private let wordCount: Int
  /// Per number of digits and word of bits: bit *k* for the *k*-th of the word's 64 `NumberForms.entries`.
  private let admitting: ContiguousArray<UInt64>

  init(_ forms: [CompiledForm]) {
    let numbers = NumberForms(forms)
    wordCount = numbers.wordCount
    var admitting = ContiguousArray<UInt64>(repeating: 0, count: (Self.most + 1) * wordCount)
    for (k, entry) in numbers.entries.enumerated() {
      let groups = Self.groups(of: forms[entry.form].form.pattern)
      for digits in 0...Self.most where groups >> UInt64(digits) & 1 == 1 {
        admitting[digits * wordCount + (k >> 6)] |= 1 << UInt64(k & 63)
      }
    }
    self.admitting = admitting
  }

  /// Bit *n*: the first group of a number that `pattern` matches can have *n* digits; all where the pattern does
  /// not tell.
  static func groups(of pattern: String) -> UInt64 {
    guard let piece = DigitPatternReader.read(pattern),
      let automaton = DigitAutomaton(piece, mostDigits: most)
    else { return .max }
    return automaton.firstGroups
  }

  /// Those of the 64 entries of a word of bits that may be tried at a number of ASCII digits.
  ///
  /// - Parameter digits: those of its first group.
  @inline(__always)
  func candidates(_ word: Int, digits: Int) -> UInt64 {
    admitting[min(digits, Self.most) * wordCount + word]
  }

  /// Whether the *k*-th entry is among them.
  func admits(_ k: Int, digits: Int) -> Bool {
    candidates(k >> 6, digits: digits) >> UInt64(k & 63) & 1 == 1
  }
}
