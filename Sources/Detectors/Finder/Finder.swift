package import Findings
import Regex
import Sieve

/// Finds personal data in spans of text: one worker's matchers and scratch.
///
/// The way of a value: mark, gate, pattern, checks, context, and among overlapping hits the one
/// with the heaviest evidence. Nothing is allocated per candidate; per hit only when a buffer grows.
package final class Finder {
  let ruleSet: RuleSet
  let published: PublishedValues
  let sieve: Sieve
  let matchers: MatcherBank
  /// Per form of the prefilter `place`: its index and its search.
  let placeSearches: [(form: Int, search: AddressSearch)]
  /// The rules of those forms.
  private let placeRules: ContiguousArray<Int>
  /// What the items of an address are, by `AddressEvidence.rawValue`.
  let placeEvidence: ContiguousArray<Evidence>
  /// The gates of the forms that are tried at numbers.
  let numbers: NumberForms
  /// The gates of the forms that are tried at words and at characters before them.
  let words: WordForms
  /// Whether no form can begin within a time stamp, but for its year and where a label stands.
  let passesMoments: Bool
  /// Forms that are tried behind labels.
  let labelForms: [Int]
  /// The forms that are tried at dotted quads and at groups of hexadecimal digits.
  let quadForms: ContiguousArray<Int>
  let hexForms: ContiguousArray<Int>
  let pairForms: ContiguousArray<Int>
  let mailForms: ContiguousArray<Int>
  /// Some form is told by a label alone.
  let hasLabelled: Bool
  /// By index of the form, and what the checks of all are worth.
  let traits: ContiguousArray<FormTraits>
  let checkTraits: ContiguousArray<CheckTraits>
  let checks: ContiguousArray<BoxedCheck>
  /// Per rule: the id of its type and a zero byte, with which what is fingerprinted begins.
  let typeNames: Scratch<UInt8>
  let typeNameRanges: ContiguousArray<Range<Int>>
  /// Per rule, since a rule that is taken out of its list is retained with all its lists.
  let masks: ContiguousArray<MaskStyle>
  let key: FingerprintKey
  let asOf: CivilDate
  let labels: LabelReader

  // The scratch, touched by this worker alone.
  let marks = Marks()
  /// The outline of the text that is looked at.
  var outline: Outline
  var folding = Folding()
  let lookAlikes = Scratch<LookAlike>()
  /// Canonical forms of the look-alikes of the current call.
  let canonical = Scratch<UInt8>(capacity: 512)
  let fingerprinted = Scratch<UInt8>(capacity: 512)
  /// The label last read, and the offset of the value it was read for.
  var labelAtStart = Label()
  var labelStart = -1
  /// Whether a label may stand before a value, and the offset of the value it was looked for.
  var hasContext = false
  var contextStart = -1
  /// What labels of data without a look of their own end with, and those of forms that need one.
  let memo: EndingMemo
  /// Numbers seen until the first groups of numbers are worth reading, and these from then on.
  private var numbersToCome = 4096
  private(set) var groups: NumberGroups?
  /// What most numbers of a text outside tables end at; nil for tests, which look at all of them.
  var numberPass: NumberPass?
  /// Offsets at which a form is tried, found before it is.
  var starts: ContiguousArray<Int> = []
  /// Where the token of hexadecimal groups ends that was looked at last.
  var groupsEnd = 0
  /// What speaks for the value being judged where neither label nor column does: a number beside it.
  var cue: Evidence?

  /// Bit *n*: hits of rule *n* need no masked form, since nobody will read it. Rules from the 64th on
  /// always have one.
  package var unread: UInt64 = 0

  /// The hits of the last call, in rising order of their starts. None overlaps another, but that the
  /// first may be the whole cell, told by the name of its column.
  package var hits: ContiguousArray<Hit> { ContiguousArray(found.indices.map { found[$0] }) }
  let found = Scratch<Hit>()
  package var hitCount: Int { found.count }
  /// One of `hits`.
  package func hit(_ i: Int) -> Hit { found[i] }
  /// Masked forms that `Hit.masked` refers to.
  package internal(set) var arena: ContiguousArray<UInt8> = []
  /// What `Hit.evidence` refers to.
  package internal(set) var evidence: ContiguousArray<Evidence> = []
  /// For each look-alike of the last call: its rule, and whether no check refused it. A field's
  /// verdict is made of these.
  package var outcomes: ContiguousArray<Outcome> {
    ContiguousArray(tested.indices.map { tested[$0] })
  }
  let tested = Scratch<Outcome>()
  /// Candidates of the last call whose pattern reached PCRE2's match limit: each is a gap.
  package internal(set) var limitsReached = 0

  package init(_ ruleSet: RuleSet, key: FingerprintKey, asOf: CivilDate) {
    self.ruleSet = ruleSet
    published = ruleSet.published
    sieve = ruleSet.sieve
    self.key = key
    masks = ContiguousArray(ruleSet.rules.map(\.mask))
    (typeNames, typeNameRanges) = Self.typeNames(of: ruleSet)
    var checkCount = 0
    traits = ContiguousArray(
      ruleSet.forms.map { form in
        checkCount += form.checks.count
        return FormTraits(form, checks: checkCount - form.checks.count..<checkCount)
      })
    let bound = ruleSet.forms.flatMap(\.checks)
    checkTraits = ContiguousArray(bound.map(CheckTraits.init))
    checks = ContiguousArray(bound.map { BoxedCheck.box($0.check) })
    self.asOf = asOf
    outline = Outline(marks)
    matchers = MatcherBank(ruleSet.forms.map(\.pattern))
    numbers = NumberForms(ruleSet.forms)
    quadForms = Self.forms(of: ruleSet, with: .dottedQuad)
    hexForms = Self.forms(of: ruleSet, with: .hexGroups)
    pairForms = Self.forms(of: ruleSet, with: .decimalPair)
    mailForms = Self.forms(of: ruleSet, with: .at)
    hasLabelled = !ruleSet.labelled.forms.isEmpty
    words = WordForms(ruleSet.forms)
    passesMoments =
      !numbers.admitWithoutLabel(lengths: TimeStamp.lengths)
      && words.lengthsByFirst.allSatisfy { $0 & TimeStamp.wordLengths == 0 }
    placeSearches = ruleSet.forms.indices.compactMap { index in
      let form = ruleSet.forms[index]
      guard form.form.prefilter == .place, let places = ruleSet.places else { return nil }
      return (
        index,
        AddressSearch(
          form.pattern, gazetteer: places.gazetteer, steps: form.addressSteps, seed: key.check.low)
      )
    }
    placeRules = ContiguousArray(placeSearches.map { ruleSet.forms[$0.form].rule })
    placeEvidence = ruleSet.places?.evidence ?? []
    labelForms = ruleSet.forms.indices.filter { ruleSet.forms[$0].form.prefilter == .label }
    labels = LabelReader(ruleSet.terms)
    memo = EndingMemo(ruleSet.labelled, contexts: ruleSet.contextEndings, reader: labels)
    var gates = NumberPass.Gates()
    numbers.tell(&gates, nil)
    words.tell(&gates)
    gates.readsLabelled = !ruleSet.labelled.forms.isEmpty
    gates.readsGroups = !quadForms.isEmpty || !hexForms.isEmpty || !pairForms.isEmpty
    gates.passesMoments = passesMoments
    numberPass = memo.numberPass(gates)
  }

  private static func typeNames(
    of ruleSet: RuleSet
  ) -> (bytes: Scratch<UInt8>, ranges: ContiguousArray<Range<Int>>) {
    let bytes = Scratch<UInt8>(capacity: 1024)
    var ranges: ContiguousArray<Range<Int>> = []
    for rule in ruleSet.rules {
      let start = bytes.count
      for byte in rule.id.rawValue.utf8 { bytes.append(byte) }
      bytes.append(0)
      ranges.append(start..<bytes.count)
    }
    return (bytes, ranges)
  }

  private static func forms(
    of ruleSet: RuleSet, with prefilter: Prefilter
  ) -> ContiguousArray<Int> {
    ContiguousArray(
      ruleSet.forms.indices.filter { ruleSet.forms[$0].form.prefilter == prefilter })
  }

  /// Finds what starts in `core` of `text`, and leaves masked forms and evidence at the end of those of
  /// `batch`, to which the ranges of the hits then refer; what no hit refers to may stand between them.
  package func find(
    in text: Span<UInt8>, core: Range<Int>, column: ColumnContext?, into batch: inout FindingBatch
  ) {
    swap(&arena, &batch.arena)
    swap(&evidence, &batch.evidence)
    search(text, core, column)
    swap(&arena, &batch.arena)
    swap(&evidence, &batch.evidence)
  }

  /// Finds what stands in a whole cell, from memory where the column had the same value before.
  package func find(
    inCell text: Span<UInt8>, column: ColumnContext, into batch: inout FindingBatch,
    memo: CellMemo
  ) {
    if memo.recall(text, self, into: &batch) { return }
    find(in: text, core: 0..<text.count, column: column, into: &batch)
    memo.keep(text, self, batch)
  }

  /// Finds what starts in `core` of `text`.
  ///
  /// - Parameters:
  ///   - text: UTF-8, invalid sequences allowed, at most 2^29 bytes.
  ///   - core: the range of `text` that belongs to this call; the rest is context.
  ///   - column: what is known of the column, for a cell; nil outside tables.
  package func find(in text: Span<UInt8>, core: Range<Int>, column: ColumnContext?) {
    if !arena.isEmpty { arena.removeAll(keepingCapacity: true) }
    if !evidence.isEmpty { evidence.removeAll(keepingCapacity: true) }
    search(text, core, column)
  }

  private func search(_ text: Span<UInt8>, _ core: Range<Int>, _ column: ColumnContext?) {
    forget()
    labelStart = -1
    contextStart = -1
    groupsEnd = 0
    let passesNumbers = column == nil && numberPass != nil
    sieve.mark(text, into: marks, listsNumbers: !passesNumbers)
    outline = Outline(marks)
    if groups == nil { readGroups(after: marks.numberCount) }
    // A cell of a column of addresses is one without any mark: 绿地国际花都, 3-2-767.
    if let column {
      searchCell(text, core, column)
    } else {
      if passesNumbers {
        numberPass?.pass(text, marks)
        if groups == nil { readGroups(after: marks.numberCount) }
      }
      if !marks.isEmpty { searchText(text, core) }
    }
  }

  /// Reads what tells more numbers from one another, once enough have been seen that it pays.
  private func readGroups(after count: Int) {
    numbersToCome -= count
    guard numbersToCome <= 0 else { return }
    let read = ruleSet.numberGroups.content
    groups = read
    var gates = NumberPass.Gates()
    numbers.tell(&gates, read)
    numberPass?.narrow(to: gates)
  }

  private func searchCell(_ text: Span<UInt8>, _ core: Range<Int>, _ column: ColumnContext) {
    tryWholeCell(text, column)
    if marks.numberCount > 0 { tryNumbers(text, column) }
    if marks.atSignCount > 0 { tryAtSigns(text, column) }
    if marks.placeCount > 0 || mayHoldPlaces(column) { tryPlaces(text, column) }
    if marks.labelCount > 0 { tryLabels(text, column) }
    tryNamedCell(text, column)
    if !lookAlikes.isEmpty { tryBesideNumbers(text, column) }
    if core.lowerBound == 0, !hasLikely { tryConcealedCell(text, core, column) }
    if !lookAlikes.isEmpty { settle(text, core) }
    // A value in pieces is one value: its first piece stands for it.
    if let named = column.named, core.lowerBound == 0 {
      tellByName(text, core, named, column.role)
    }
  }

  private func searchText(_ text: Span<UInt8>, _ core: Range<Int>) {
    tryNumbers(text, nil)
    tryAtSigns(text, nil)
    if marks.placeCount > 0 { tryPlaces(text, nil) }
    if marks.labelCount > 0 { tryLabels(text, nil) }
    guard !lookAlikes.isEmpty else { return }
    tryBesideNumbers(text, nil)
    settle(text, core)
  }

  private func tryAtSigns(_ text: Span<UInt8>, _ column: ColumnContext?) {
    let atSigns = MarkList.atSigns(marks)
    for i in 0..<atSigns.count { tryAtSign(text, at: atSigns[i], column) }
  }

  /// Whether the name of a column says that its values are addresses.
  private func mayHoldPlaces(_ column: ColumnContext) -> Bool {
    for rule in placeRules where column.nameDecibans(ofRule: rule) > 0 { return true }
    return false
  }

  /// Whether a look-alike is likely.
  private var hasLikely: Bool {
    for i in lookAlikes.indices where lookAlikes[i].decibans >= 10 { return true }
    return false
  }

  /// Forgets the last call.
  func forget() {
    limitsReached = 0
    found.removeAll()
    tested.removeAll()
    lookAlikes.removeAll()
    canonical.removeAll()
  }
}
