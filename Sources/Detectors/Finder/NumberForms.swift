/// The forms that are tried at numbers, and what passes over most numbers at once.
struct NumberForms {
  struct Entry {
    let gate: NumberGate
    let form: Int
    /// The form is nothing without a label.
    let needsLabel: Bool
  }

  /// Those of first digit 0, in the order of the forms, then those of 1 and so on.
  let entries: ContiguousArray<Entry>
  /// Those whose number is followed by a character of theirs (年, 岁), which most numbers are not.
  let followed: ContiguousArray<Entry>
  /// Per first digit: where its entries end.
  private let ends: InlineArray<10, Int>
  /// Per first digit: the lengths that some gate admits, and some gate of a form that needs no label.
  private let lengths: InlineArray<10, UInt64>
  private let lengthsWithoutLabel: InlineArray<10, UInt64>

  init(_ forms: [CompiledForm]) {
    let all = forms.indices.compactMap { index -> Entry? in
      guard case .number(let gate) = forms[index].form.prefilter else { return nil }
      return Entry(gate: gate, form: index, needsLabel: forms[index].form.needsContext)
    }
    var entries: ContiguousArray<Entry> = []
    var ends = InlineArray<10, Int>(repeating: 0)
    var lengths = InlineArray<10, UInt64>(repeating: 0)
    var lengthsWithoutLabel = InlineArray<10, UInt64>(repeating: 0)
    for digit in 0..<10 {
      for entry in all
      where !entry.gate.readsOn && entry.gate.firstDigits >> UInt16(digit) & 1 == 1 {
        entries.append(entry)
        lengths[digit] |= entry.gate.lengths
        if !entry.needsLabel { lengthsWithoutLabel[digit] |= entry.gate.lengths }
      }
      ends[digit] = entries.count
    }
    self.entries = entries
    self.ends = ends
    self.lengths = lengths
    self.lengthsWithoutLabel = lengthsWithoutLabel
    followed = ContiguousArray(all.filter { $0.gate.readsOn })
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

  /// The entries of its first digit.
  @inline(__always)
  func range(_ shape: NumberShape) -> Range<Int> {
    let digit = Int(shape.firstDigit)
    return (digit > 0 ? ends[digit - 1] : 0)..<ends[digit]
  }
}
