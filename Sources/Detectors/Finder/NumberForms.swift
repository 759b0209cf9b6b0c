import Sieve

/// The forms that are tried at numbers, and what passes over most numbers at once.
struct NumberForms {
  struct Entry {
    let gate: NumberGate
    let form: Int
    /// The form is nothing without a label.
    let needsLabel: Bool
    /// Its numbers begin with some of `openings`.
    let isOpened: Bool

    /// The lengths that the gate admits of numbers that begin with this digit.
    func lengths(ofNumbersFrom digit: Int) -> UInt64 {
      gate.firstDigits >> UInt16(digit) & 1 == 1 ? gate.lengths : 0
    }
  }

  /// In the order of the forms: those whose numbers are told by their digits alone.
  let entries: ContiguousArray<Entry>
  /// Those whose number is followed by a character of theirs (年, 岁), which most numbers are not.
  let followed: ContiguousArray<Entry>
  /// Per first digit: the lengths that some gate admits, and some gate of a form that needs no label.
  private let lengths: InlineArray<10, UInt64>
  private let lengthsWithoutLabel: InlineArray<10, UInt64>
  /// Words of bits in a set of `entries`.
  let wordCount: Int
  /// Per word of bits, first digit and length, 64 to a digit: bit *k* for the *k*-th of the word's 64 `entries` whose
  /// gate admits them.
  private let admitting: ContiguousArray<UInt64>
  /// The bits of those that are tried without a label.
  private let withoutLabel: ContiguousArray<UInt64>
  /// The bits of those that ask for a byte before the number, and the bytes that some of them asks for
  /// (`NumberGate.preceders`).
  private let preceded: ContiguousArray<UInt64>
  private let preceders: UInt64
  /// The bits of those whose numbers are told by their first digits, and what these can be.
  private let opened: ContiguousArray<UInt64>
  private let openings: DigitOpenings

  init(_ forms: [CompiledForm]) {
    let all = forms.indices.compactMap { index -> Entry? in
      guard case .number(let gate) = forms[index].form.prefilter else { return nil }
      return Entry(
        gate: gate, form: index, needsLabel: forms[index].form.needsContext,
        isOpened: forms[index].openings != nil && !gate.readsOn)
    }
    entries = ContiguousArray(all.filter { !$0.gate.readsOn })
    followed = ContiguousArray(all.filter { $0.gate.readsOn })
    wordCount = (entries.count + 63) / 64
    var lengths = InlineArray<10, UInt64>(repeating: 0)
    var lengthsWithoutLabel = InlineArray<10, UInt64>(repeating: 0)
    var admitting = ContiguousArray<UInt64>(repeating: 0, count: 640 * wordCount)
    var withoutLabel = ContiguousArray<UInt64>(repeating: 0, count: wordCount)
    var (preceded, opened) = (withoutLabel, withoutLabel)
    var preceders: UInt64 = 0
    var openings = DigitOpenings()
    for (k, entry) in entries.enumerated() {
      let (word, bit) = (k >> 6, 1 << UInt64(k & 63) as UInt64)
      if !entry.needsLabel { withoutLabel[word] |= bit }
      if entry.gate.preceders != .max {
        preceded[word] |= bit
        preceders |= entry.gate.preceders
      }
      if let some = forms[entry.form].openings {
        opened[word] |= bit
        openings.formUnion(some)
      }
      for digit in 0..<10 where entry.gate.firstDigits >> UInt16(digit) & 1 == 1 {
        lengths[digit] |= entry.gate.lengths
        if !entry.needsLabel { lengthsWithoutLabel[digit] |= entry.gate.lengths }
        for length in 0..<64 where entry.gate.lengths >> UInt64(length) & 1 == 1 {
          admitting[word * 640 + (digit << 6 | length)] |= bit
        }
      }
    }
    self.lengths = lengths
    self.lengthsWithoutLabel = lengthsWithoutLabel
    self.admitting = admitting
    self.withoutLabel = withoutLabel
    self.preceded = preceded
    self.preceders = preceders
    self.opened = opened
    self.openings = openings
  }

  /// Tells the kernels what numbers are admitted.
  ///
  /// - Parameter groups: nil where they have not been read.
  func tell(_ gates: inout NumberPass.Gates, _ groups: NumberGroups?) {
    gates.lengths = (0..<10).map { lengths[$0] }
    gates.lengthsWithLabel = (0..<10).map { digit in
      entries.reduce(0) { $1.needsLabel ? $0 | $1.lengths(ofNumbersFrom: digit) : $0 }
    }
    gates.lengthsWithoutLabel = lengths(groups) { !$0.isOpened && $0.gate.preceders == .max }
    gates.lengthsPreceded = lengths(groups) { !$0.isOpened && $0.gate.preceders != .max }
    gates.lengthsOpened = lengths(groups) { $0.isOpened }
    gates.preceders = preceders
    gates.openings = Array(openings.words)
  }

  /// Per first digit and digits of the first group (`NumberPass.groupCount` of them) the lengths that some of these
  /// entries admits that need no label.
  private func lengths(_ groups: NumberGroups?, of isOne: (Entry) -> Bool) -> [UInt64] {
    var lengths = [UInt64](repeating: 0, count: 10 * NumberPass.groupCount)
    for (k, entry) in entries.enumerated() where !entry.needsLabel && isOne(entry) {
      for digits in 0..<NumberPass.groupCount where groups?.admits(k, digits: digits) ?? true {
        for first in 0..<10 {
          lengths[first * NumberPass.groupCount + digits] |= entry.lengths(ofNumbersFrom: first)
        }
      }
    }
    return lengths
  }

  /// Whether some gate admits a number of this shape.
  @inline(__always)
  func admits(_ shape: NumberShape) -> Bool {
    lengths[Int(shape.firstDigit)] & shape.lengths != 0
  }

  /// Whether some gate of a form that needs no label admits it.
  @inline(__always)
  func admitsWithoutLabel(_ shape: NumberShape) -> Bool {
    lengthsWithoutLabel[Int(shape.firstDigit)] & shape.lengths != 0
  }

  /// Whether some form that needs no label may begin at a number of one of these lengths.
  func admitWithoutLabel(lengths: UInt64) -> Bool {
    (0..<10).contains { lengthsWithoutLabel[$0] & lengths != 0 }
  }

  /// Whether the number at `digit` may begin like those of the entries that are told by that; for `candidates`.
  @inline(__always)
  func mayOpen(_ text: Span<UInt8>, at digit: Int) -> Bool {
    openings.isEmpty || openings.mayBegin(text, at: digit)
  }

  /// Those of the 64 `entries` of a word of bits that may be tried at a number of this shape.
  ///
  /// - Parameters:
  ///   - mayOpen: what `mayOpen` says.
  ///   - withLabel: whether those are among them that need a label.
  ///   - before: the byte before the number, 0 where the text begins.
  @inline(__always)
  func candidates(
    _ word: Int, _ shape: NumberShape, mayOpen: Bool, withLabel: Bool, behind before: UInt8
  ) -> UInt64 {
    let digit = Int(shape.firstDigit)
    var left = lengths[digit] & shape.lengths
    var bits: UInt64 = 0
    while left != 0 {
      bits |= admitting[word * 640 + (digit << 6 | left.trailingZeroBitCount)]
      left &= left &- 1
    }
    if preceders >> UInt64(before & 63) & 1 == 0 { bits &= ~preceded[word] }
    if !mayOpen { bits &= ~opened[word] }
    return withLabel ? bits : bits & withoutLabel[word]
  }
}
