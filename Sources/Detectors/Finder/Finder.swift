package import Findings
import Regex
import Sieve

/// Finds personal data in spans of text: one worker's matchers and scratch.
///
/// The way of a value: mark, gate, pattern, checks, context, and among overlapping hits the one
/// with the heaviest evidence. Nothing is allocated per candidate; per hit only when a buffer grows.
package final class Finder {
  let ruleSet: RuleSet
  let matchers: [Matcher]
  /// Per form of the prefilter `place`: its index and its search.
  var placeSearches: [(form: Int, search: AddressSearch)]
  /// Per first digit: the gates of the forms that are tried at numbers, in the order of the forms.
  let gatesByFirstDigit:
    ContiguousArray<ContiguousArray<(gate: NumberGate, form: Int, needsLabel: Bool)>>
  /// Those whose number is followed by a character of theirs (年, 岁), which most numbers are not.
  let followedGates: ContiguousArray<(gate: NumberGate, form: Int, needsLabel: Bool)>
  /// Per first digit: the lengths that some gate admits, so that most numbers are passed over at once.
  let lengthsByFirstDigit: ContiguousArray<UInt64>
  /// The gates of the forms that are tried at words and at characters before them.
  let words: WordForms
  /// Forms that are tried behind labels.
  let labelForms: [Int]
  /// The forms that are tried at dotted quads and at groups of hexadecimal digits.
  let quadForms: ContiguousArray<Int>
  let hexForms: ContiguousArray<Int>
  let pairForms: ContiguousArray<Int>
  let key: FingerprintKey
  let asOf: CivilDate
  let labels: LabelReader

  // The scratch is touched by this worker alone, and no access to one of its parts spans a call that
  // touches the same part; checking that at run time cost a tenth of the time of a sparse log.
  @safe @exclusivity(unchecked)
  var marks = Marks()
  @safe @exclusivity(unchecked)
  var folding = Folding()
  @safe @exclusivity(unchecked)
  var lookAlikes: ContiguousArray<LookAlike> = []
  /// Canonical forms of the look-alikes of the current call.
  @safe @exclusivity(unchecked)
  var canonical: ContiguousArray<UInt8> = []
  @safe @exclusivity(unchecked)
  var fingerprinted: ContiguousArray<UInt8> = []
  /// The label last read, and the offset of the value it was read for.
  @safe @exclusivity(unchecked)
  var labelAtStart = Label()
  @safe @exclusivity(unchecked)
  var labelStart = -1
  /// Whether a label may stand before a value, and the offset of the value it was looked for.
  @safe @exclusivity(unchecked)
  var hasContext = false
  @safe @exclusivity(unchecked)
  var contextStart = -1
  /// Offsets at which a form is tried, found before it is.
  @safe @exclusivity(unchecked)
  var starts: ContiguousArray<Int> = []
  /// Where the token of hexadecimal groups ends that was looked at last.
  @safe @exclusivity(unchecked)
  var groupsEnd = 0
  /// What speaks for the value being judged where neither label nor column does: a number beside it.
  @safe @exclusivity(unchecked)
  var cue: Evidence?

  /// The hits of the last call, in rising order of their starts. None overlaps another, but that the
  /// first may be the whole cell, told by the name of its column.
  @safe @exclusivity(unchecked)
  package internal(set) var hits: ContiguousArray<Hit> = []
  /// Masked forms that `Hit.masked` refers to.
  @safe @exclusivity(unchecked)
  package internal(set) var arena: ContiguousArray<UInt8> = []
  /// What `Hit.evidence` refers to.
  @safe @exclusivity(unchecked)
  package internal(set) var evidence: ContiguousArray<Evidence> = []
  /// For each look-alike of the last call: its rule, and whether no check refused it. A field's
  /// verdict is made of these.
  @safe @exclusivity(unchecked)
  package internal(set) var outcomes: ContiguousArray<Outcome> = []
  /// Candidates of the last call whose pattern reached PCRE2's match limit: each is a gap.
  package internal(set) var limitsReached = 0

  package init(_ ruleSet: RuleSet, key: FingerprintKey, asOf: CivilDate) {
    self.ruleSet = ruleSet
    self.key = key
    self.asOf = asOf
    matchers = ruleSet.forms.map { Matcher($0.pattern) }
    let gates = ContiguousArray(
      ruleSet.forms.indices.compactMap {
        index -> (gate: NumberGate, form: Int, needsLabel: Bool)? in
        let form = ruleSet.forms[index].form
        guard case .number(let gate) = form.prefilter else { return nil }
        return (gate, index, form.needsContext)
      })
    gatesByFirstDigit = ContiguousArray(
      (0..<10).map { digit in
        ContiguousArray(
          gates.filter { !$0.gate.readsOn && $0.gate.firstDigits >> UInt16(digit) & 1 == 1 })
      })
    followedGates = ContiguousArray(gates.filter { $0.gate.readsOn })
    lengthsByFirstDigit = ContiguousArray(
      (0..<10).map { digit in
        gates.reduce(0) {
          !$1.gate.readsOn && $1.gate.firstDigits >> UInt16(digit) & 1 == 1
            ? $0 | $1.gate.lengths : $0
        }
      })
    quadForms = Self.forms(of: ruleSet, with: .dottedQuad)
    hexForms = Self.forms(of: ruleSet, with: .hexGroups)
    pairForms = Self.forms(of: ruleSet, with: .decimalPair)
    words = WordForms(ruleSet.forms)
    placeSearches = ruleSet.forms.indices.compactMap { index in
      let form = ruleSet.forms[index]
      guard form.form.prefilter == .place, let places = ruleSet.places else { return nil }
      return (index, AddressSearch(form.pattern, gazetteer: places.gazetteer))
    }
    labelForms = ruleSet.forms.indices.filter { ruleSet.forms[$0].form.prefilter == .label }
    labels = LabelReader(ruleSet.terms)
  }

  private static func forms(
    of ruleSet: RuleSet, with prefilter: Prefilter
  ) -> ContiguousArray<Int> {
    ContiguousArray(
      ruleSet.forms.indices.filter { ruleSet.forms[$0].form.prefilter == prefilter })
  }

  /// Finds what starts in `core` of `text`.
  ///
  /// - Parameters:
  ///   - text: UTF-8, invalid sequences allowed, at most 2^29 bytes.
  ///   - core: the range of `text` that belongs to this call; the rest is context.
  ///   - column: what is known of the column, for a cell; nil outside tables.
  package func find(in text: Span<UInt8>, core: Range<Int>, column: ColumnContext?) {
    hits.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
    outcomes.removeAll(keepingCapacity: true)
    lookAlikes.removeAll(keepingCapacity: true)
    canonical.removeAll(keepingCapacity: true)
    marks.removeAll()
    limitsReached = 0
    labelStart = -1
    contextStart = -1
    groupsEnd = 0
    ruleSet.sieve.mark(text, into: &marks)
    // A cell of a column of addresses is one without any mark: 绿地国际花都, 3-2-767.
    guard column != nil || !marks.isEmpty else { return }
    if let column { tryWholeCell(text, column) }
    tryNumbers(text, column)
    for sign in marks.atSigns { tryAtSign(text, at: Int(sign), column) }
    if column != nil || !marks.places.isEmpty { tryPlaces(text, column) }
    if !marks.labels.isEmpty { tryLabels(text, column) }
    if let column { tryNamedCell(text, column) }
    if !lookAlikes.isEmpty { tryBesideNumbers(text, column) }
    if let column, core.lowerBound == 0, lookAlikes.allSatisfy({ $0.decibans < 10 }) {
      tryConcealedCell(text, core, column)
    }
    if !lookAlikes.isEmpty { settle(text, core) }
    // A value in pieces is one value: its first piece stands for it.
    if let column, let named = column.named, core.lowerBound == 0 {
      tellByName(text, core, named, column.role)
    }
  }
}
