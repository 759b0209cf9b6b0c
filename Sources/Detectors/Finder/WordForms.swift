import Sieve

/// The forms that are tried at words of letters and digits, and what passes over most words at once.
struct WordForms {
  /// The gates of prefilter `word`, in the order of the forms.
  let gates: ContiguousArray<(gate: WordGate, form: Int, needsLabel: Bool)>
  /// The gates of prefilter `lead`.
  let leads: ContiguousArray<(gate: LeadGate, form: Int, needsLabel: Bool)>
  /// The most letters that any gate admits before the first digit, or that a lead may have behind it.
  let mostLetters: Int
  /// The most letters that any gate admits apart from the first digit, 0 where none does.
  let mostLettersApart: Int
  /// Per first character, as `WordShape.index(ofFirst:)` numbers them: the lengths that some gate admits,
  /// so that most words are passed over at once.
  let lengthsByFirst: ContiguousArray<UInt64>

  /// What stands before the number or its letter where some gate leads it: most numbers are passed over
  /// by this alone.
  private let leading: PlaceAlphabet

  /// A lead is followed by at most so many letters before the first digit: those of a plate.
  static let mostLettersBehindLead = 6

  init(_ forms: [CompiledForm]) {
    var gates: ContiguousArray<(gate: WordGate, form: Int, needsLabel: Bool)> = []
    var leads: ContiguousArray<(gate: LeadGate, form: Int, needsLabel: Bool)> = []
    for (index, compiled) in forms.enumerated() {
      switch compiled.form.prefilter {
      case .word(let gate): gates.append((gate, index, compiled.form.needsContext))
      case .lead(let gate): leads.append((gate, index, compiled.form.needsContext))
      case .number, .at, .place, .label, .labelledWord, .decimalPair, .dottedQuad, .hexGroups: break
      }
    }
    self.gates = gates
    self.leads = leads
    leading = PlaceAlphabet(
      leads.map { $0.gate.link.isEmpty ? $0.gate.characters : String($0.gate.link.suffix(1)) }
        .joined())
    let most = gates.map(\.gate.mostLetters).max() ?? 0
    mostLetters = leads.isEmpty ? most : max(most, Self.mostLettersBehindLead)
    mostLettersApart = gates.filter(\.gate.apart).map(\.gate.mostLetters).max() ?? 0
    let admitted = gates
    lengthsByFirst = ContiguousArray(
      (0..<36).map { first in
        admitted.reduce(0) { $1.gate.first >> UInt64(first) & 1 == 1 ? $0 | $1.gate.lengths : $0 }
      })
  }

  /// Tells the kernels what words are admitted.
  func tell(_ pass: inout NumberPass.Gates) {
    pass.readsWords = readsWords
    pass.mostLettersApart = mostLettersApart
    pass.wordLengths = union { $0.lengths }
    pass.wordDigits = union { $0.digits }
    pass.wordLetters = union { $0.letters }
    pass.apartLengths = union { $0.apart ? $0.lengths : 0 }
  }

  /// Per first character what some gate has that admits it.
  private func union(_ bits: (WordGate) -> UInt64) -> [UInt64] {
    (0..<WordGate.alphabet.count).map { first in
      gates.reduce(0) { $1.gate.first >> UInt64(first) & 1 == 1 ? $0 | bits($1.gate) : $0 }
    }
  }

  /// Whether a character may stand before the number at `start` that some gate asks for: what a look at the
  /// two bytes before the separator says.
  ///
  /// - Parameter start: behind a blank, hyphen or full stop.
  @inline(__always)
  static func mayLeadBehindSeparator(_ text: Span<UInt8>, before start: Int) -> Bool {
    guard start > 2 else { return false }
    let byte = text[start - 2]
    if byte >= 0x80 { return true }
    guard WordShape.isLetter(byte) else { return false }
    switch text[start - 3] {
    case 0x20, 0x2D, 0x2E, 0x80...: return true
    default: return false
    }
  }

  /// Whether a character stands before the word or number at `start` that some gate may ask for.
  @inline(__always)
  func mayLead(_ text: Span<UInt8>, before start: Int) -> Bool {
    var i = start - LeadGate.separatorWidth(text, before: start)
    guard i > 2 else { return false }
    let width = WordShape.letterWidth(text, before: i)
    if width > 0 {
      i -= width
      if i > 0 { i -= LeadGate.separatorWidth(text, before: i) }
    }
    return i > 2 && text[i - 1] >= 0x80 && leading.contains(utf8: text, at: i - 3)
  }

  /// Whether any rule asks for words: where none does, they cost nothing.
  var readsWords: Bool { !gates.isEmpty || !leads.isEmpty }
}
