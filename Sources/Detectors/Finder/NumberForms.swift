import Sieve

/// The forms that are tried at numbers, and what passes over most numbers at once.
struct NumberForms {
  struct Entry {
    let gate: NumberGate
    let form: Int
    /// The form is nothing without a label.
    let needsLabel: Bool
  }

  /// In the order of the forms: those whose numbers are told by their digits alone.
  let entries: ContiguousArray<Entry>
  /// Those whose number is followed by a character of theirs (年, 岁), which most numbers are not.
  let followed: ContiguousArray<Entry>
  /// Per first digit: the lengths that some gate admits, and some gate of a form that needs no label.
  private let lengths: InlineArray<10, UInt64>
  private let lengthsWithoutLabel: InlineArray<10, UInt64>
  /// Per first digit and length, 64 to a digit: bit *k* for the *k*-th of `entries` whose gate admits them. The
  /// last bit stands for all from the 64th.
  private let admitting: ContiguousArray<UInt64>
  /// The bits of those that are tried without a label.
  private let withoutLabel: UInt64
  /// The bits of those that ask for a byte before the number, and the bytes that some of them asks for
  /// (`NumberGate.preceders`).
  private let preceded: UInt64
  private let preceders: UInt64

  init(_ forms: [CompiledForm]) {
    let all = forms.indices.compactMap { index -> Entry? in
      guard case .number(let gate) = forms[index].form.prefilter else { return nil }
      return Entry(gate: gate, form: index, needsLabel: forms[index].form.needsContext)
    }
    entries = ContiguousArray(all.filter { !$0.gate.readsOn })
    followed = ContiguousArray(all.filter { $0.gate.readsOn })
    var lengths = InlineArray<10, UInt64>(repeating: 0)
    var lengthsWithoutLabel = InlineArray<10, UInt64>(repeating: 0)
    var admitting = ContiguousArray<UInt64>(repeating: 0, count: 640)
    var withoutLabel: UInt64 = 0
    var (preceded, preceders): (UInt64, UInt64) = (0, 0)
    for (k, entry) in entries.enumerated() {
      let bit: UInt64 = 1 << UInt64(min(k, 63))
      if !entry.needsLabel { withoutLabel |= bit }
      if entry.gate.preceders != .max, k < 63 {
        preceded |= bit
        preceders |= entry.gate.preceders
      }
      for digit in 0..<10 where entry.gate.firstDigits >> UInt16(digit) & 1 == 1 {
        lengths[digit] |= entry.gate.lengths
        if !entry.needsLabel { lengthsWithoutLabel[digit] |= entry.gate.lengths }
        for length in 0..<64 where entry.gate.lengths >> UInt64(length) & 1 == 1 {
          admitting[digit << 6 | length] |= bit
        }
      }
    }
    self.lengths = lengths
    self.lengthsWithoutLabel = lengthsWithoutLabel
    self.admitting = admitting
    self.withoutLabel = withoutLabel
    self.preceded = preceded
    self.preceders = preceders
  }

  /// Tells the kernels what numbers are admitted.
  func tell(_ gates: inout NumberPass.Gates) {
    gates.lengths = (0..<10).map { lengths[$0] }
    gates.lengthsWithoutLabel = lengths { $0.preceders == .max }
    gates.lengthsPreceded = lengths { $0.preceders != .max }
    gates.preceders = preceders
  }

  /// Per first digit the lengths that some of the gates admits that need no label.
  private func lengths(ofGates isOne: (NumberGate) -> Bool) -> [UInt64] {
    (0..<10).map { digit in
      entries.reduce(0) { lengths, entry in
        let isAdmitted = entry.gate.firstDigits >> UInt16(digit) & 1 == 1
        return !entry.needsLabel && isAdmitted && isOne(entry.gate)
          ? lengths | entry.gate.lengths : lengths
      }
    }
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

  /// Those of `entries` that may be tried at a number of this shape, as bits; the last stands for all from the
  /// 64th.
  ///
  /// - Parameters:
  ///   - withLabel: whether those are among them that need a label.
  ///   - before: the byte before the number, 0 where the text begins.
  @inline(__always)
  func candidates(_ shape: NumberShape, withLabel: Bool, behind before: UInt8) -> UInt64 {
    let digit = Int(shape.firstDigit)
    var left = lengths[digit] & shape.lengths
    var bits: UInt64 = 0
    while left != 0 {
      bits |= admitting[digit << 6 | left.trailingZeroBitCount]
      left &= left &- 1
    }
    if preceders >> UInt64(before & 63) & 1 == 0 { bits &= ~preceded }
    return withLabel ? bits : bits & withoutLabel
  }
}
