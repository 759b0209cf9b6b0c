internal import CSieve

/// Lists the numbers of a text outside tables, but for those at which no form can begin: times, ports, hashes,
/// fractions, and whatever is too long or too short and has no label before it.
///
/// Its contract is one sentence: *what is found at the numbers left is what is found at all of them.* Most
/// numbers of a log end here, told from the bits of their bytes and from what is remembered of the word before
/// them; a word that nothing is remembered of leaves its number to be looked at.
// @unchecked: never written after init; of one worker, like the memory of words it reads and adds to.
@safe
package final class NumberPass: @unchecked Sendable {
  /// What the forms of a rule set ask of numbers and words. Lengths and counts are bits: bit *n* for *n*.
  package struct Gates {
    /// How many digits a number may have, by its first digit (ten words).
    package var lengths: [UInt64] = []
    /// The same of forms that are nothing without a label.
    package var lengthsWithLabel: [UInt64] = []
    /// The same of the others.
    package var lengthsWithoutLabel: [UInt64] = []
    /// The same of forms whose numbers begin with one of `openings`.
    package var lengthsOpened: [UInt64] = []
    /// Of four digits, a bit each, in 157 words.
    package var openings: [UInt64] = []
    /// The same of forms that ask for a byte before the number as well; bit *n* for each of these whose six low
    /// bits are *n*.
    package var lengthsPreceded: [UInt64] = []
    package var preceders: UInt64 = 0
    /// How long a word may be, how many digits and how many letters before the first of them it may have, by
    /// its first character, 0–9 and A–Z (36 words each).
    package var wordLengths: [UInt64] = []
    package var wordDigits: [UInt64] = []
    package var wordLetters: [UInt64] = []
    /// How long a word may be whose first letters stand apart, and how many these may be.
    package var apartLengths: [UInt64] = []
    package var mostLettersApart = 0
    package var readsWords = false
    /// Some datum is told by its label alone.
    package var readsLabelled = false
    /// Some form is tried at groups of digits: addresses of networks and devices, coordinates.
    package var readsGroups = false
    /// The numbers of a time stamp behind its year are nothing where no label stands before it.
    package var passesMoments = false

    /// What a label of either sort can end with: of data without a look of their own, and of forms that need one.
    package var labelEndings = Endings()
    package var contextEndings = Endings()
    /// `ContextTerms.neighbours`.
    package var neighbours: ContiguousArray<UInt64> = []

    package init() {}
  }

  /// What labels can end with, a bit for each hash: of the last two bytes, of a name, and of the last word of several
  /// (64, 512 and 1,024 words), as `LabelEndings` has them.
  package struct Endings {
    package var pairs: ContiguousArray<UInt64> = []
    package var names: ContiguousArray<UInt64> = []
    package var lastWords: ContiguousArray<UInt64> = []
    package var lastWordsBehindDigit: ContiguousArray<UInt64> = []
    package var hasInnerDigits = false

    package init() {}
  }

  /// First groups are told apart by their digits, up to one less than this.
  package static let groupCount = Int(CSIEVE_GROUPS)
  package static let wordSlots = Int(CSIEVE_WORD_SLOTS)

  private var gates = unsafe csieve_gates()

  /// - Parameter words: `wordSlots` times four words of eight bytes, which live as long as this: of a word of
  ///   letters, digits, `_` and `-` its bytes, the last eight first, then `Sign`s; in the slot that
  ///   `csieve_slot` tells.
  package init(_ gates: Gates, words: UnsafeMutableRawPointer) {
    unsafe Self.fill(&self.gates.lengths, gates.lengths)
    unsafe Self.fill(&self.gates.lengths_with_label, gates.lengthsWithLabel)
    unsafe Self.fill(&self.gates.openings, gates.openings)
    narrow(to: gates)
    unsafe self.gates.preceders = gates.preceders
    unsafe Self.fill(&self.gates.word_lengths, gates.wordLengths)
    unsafe Self.fill(&self.gates.word_digits, gates.wordDigits)
    unsafe Self.fill(&self.gates.word_letters, gates.wordLetters)
    unsafe Self.fill(&self.gates.apart_lengths, gates.apartLengths)
    unsafe Self.spread(Array(gates.labelEndings.pairs), over: &self.gates.label_ends)
    unsafe Self.spread(Array(gates.contextEndings.pairs), over: &self.gates.context_ends)
    unsafe Self.fill(&self.gates.label_endings, gates.labelEndings)
    unsafe Self.fill(&self.gates.context_endings, gates.contextEndings)
    unsafe Self.fill(&self.gates.neighbours, Array(gates.neighbours))
    unsafe self.gates.most_letters_apart = Int32(gates.mostLettersApart)
    unsafe self.gates.reads_words = gates.readsWords ? 1 : 0
    unsafe self.gates.reads_labelled = gates.readsLabelled ? 1 : 0
    unsafe self.gates.reads_groups = gates.readsGroups ? 1 : 0
    unsafe self.gates.passes_moments = gates.passesMoments ? 1 : 0
    unsafe self.gates.words = words.assumingMemoryBound(to: csieve_word.self)
  }

  /// Takes what `gates` say of numbers without labels.
  package func narrow(to gates: Gates) {
    unsafe Self.fill(&self.gates.lengths_opened, gates.lengthsOpened)
    unsafe Self.fill(&self.gates.lengths_without_label, gates.lengthsWithoutLabel)
    unsafe Self.fill(&self.gates.lengths_preceded, gates.lengthsPreceded)
  }

  private static func fill(_ endings: inout csieve_endings, _ bits: Endings) {
    fill(&endings.pairs, Array(bits.pairs))
    fill(&endings.names, Array(bits.names))
    fill(&endings.last_words, Array(bits.lastWords))
    fill(&endings.last_words_behind_digit, Array(bits.lastWordsBehindDigit))
    endings.has_inner_digits = bits.hasInnerDigits ? 1 : 0
  }

  /// Fills a C array, which is a tuple here.
  private static func fill<Words>(_ array: inout Words, _ words: [UInt64]) {
    unsafe withUnsafeMutableBytes(of: &array) { bytes in
      unsafe words.withUnsafeBytes { words in
        precondition(words.count == bytes.count, "a word for each place")
        unsafe bytes.copyMemory(from: words)
      }
    }
  }

  /// Fills a C array, which is a tuple here.
  private static func spread<Ends>(_ pairs: [UInt64], over ends: inout Ends) {
    unsafe withUnsafeMutableBytes(of: &ends) { bytes in
      unsafe pairs.withUnsafeBufferPointer { pairs in
        precondition(pairs.count == 64 && bytes.count == 8192, "a bit for each two bytes")
        unsafe csieve_spread_pairs(
          pairs.baseAddress, bytes.baseAddress?.assumingMemoryBound(to: UInt64.self))
      }
    }
  }

  /// Lists the numbers of `text`, whose `marks` were made without them, but for those at which nothing can begin.
  ///
  /// Cost: some 10 ns a number.
  package func pass(_ text: Span<UInt8>, _ marks: Marks) {
    var lists = unsafe csieve_marks()
    unsafe lists.numbers = marks.numbers
    unsafe lists.firsts = marks.firsts
    unsafe lists.has_stars = marks.hasStars ? 1 : 0
    unsafe lists.outlines = UnsafeMutableRawPointer(marks.outlines)
      .assumingMemoryBound(to: csieve_outline.self)
    unsafe text.withUnsafeBufferPointer { text in
      unsafe csieve_pass_numbers(text.baseAddress, text.count, &gates, &lists)
    }
    marks.numberCount = unsafe lists.number_count
  }
}
