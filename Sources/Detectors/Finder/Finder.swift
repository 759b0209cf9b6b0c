package import Findings
import Regex
import Sieve

/// Finds personal data in spans of text: one worker's matchers and scratch.
///
/// The way of a value: mark, gate, pattern, checks, context, and among overlapping hits the one
/// with the heaviest evidence. Nothing is allocated per candidate; per hit only when a buffer grows.
package final class Finder {
  let ruleSet: RuleSet
  private let matchers: [Matcher]
  /// Per form of the prefilter `place`: its index and its search.
  var placeSearches: [(form: Int, search: AddressSearch)]
  /// The gates of the forms that are tried at numbers, in the order of the forms.
  private let numberGates: ContiguousArray<(gate: NumberGate, form: Int, needsLabel: Bool)>
  /// Per first digit: the lengths that some gate admits, so that most numbers are passed over at once.
  private let lengthsByFirstDigit: ContiguousArray<UInt64>
  private let key: FingerprintKey
  let asOf: CivilDate
  let labels: LabelReader

  // The scratch is touched by this worker alone, and no access to one of its parts spans a call that
  // touches the same part; checking that at run time cost a tenth of the time of a sparse log.
  @safe @exclusivity(unchecked)
  var marks = Marks()
  @safe @exclusivity(unchecked)
  private var folding = Folding()
  @safe @exclusivity(unchecked)
  var lookAlikes: ContiguousArray<LookAlike> = []
  /// Canonical forms of the look-alikes of the current call.
  @safe @exclusivity(unchecked)
  var canonical: ContiguousArray<UInt8> = []
  @safe @exclusivity(unchecked)
  private var fingerprinted: ContiguousArray<UInt8> = []
  /// The label last read, and the offset of the value it was read for.
  private var labelAtStart = Label()
  private var labelStart = -1

  /// The hits of the last call, in rising order of their starts, none overlapping another.
  @safe @exclusivity(unchecked)
  package private(set) var hits: ContiguousArray<Hit> = []
  /// Masked forms that `Hit.masked` refers to.
  @safe @exclusivity(unchecked)
  package private(set) var arena: ContiguousArray<UInt8> = []
  /// What `Hit.evidence` refers to.
  @safe @exclusivity(unchecked)
  package internal(set) var evidence: ContiguousArray<Evidence> = []
  /// For each look-alike of the last call: its rule, and whether its checks were passed. A field's
  /// verdict is made of these.
  @safe @exclusivity(unchecked)
  package internal(set) var outcomes: ContiguousArray<(rule: UInt16, passed: Bool)> = []
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
    numberGates = gates
    lengthsByFirstDigit = ContiguousArray(
      (0..<10).map { digit in
        gates.reduce(0) {
          $1.gate.firstDigits >> UInt16(digit) & 1 == 1 ? $0 | $1.gate.lengths : $0
        }
      })
    placeSearches = ruleSet.forms.indices.compactMap { index in
      let form = ruleSet.forms[index]
      guard form.form.prefilter == .place, let places = ruleSet.places else { return nil }
      return (index, AddressSearch(form.pattern, gazetteer: places.gazetteer))
    }
    labels = LabelReader(ruleSet.terms)
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
    ruleSet.sieve.mark(text, into: &marks)
    // A cell of a column of addresses is one without any mark: 绿地国际花都, 3-2-767.
    guard column != nil || !marks.isEmpty else { return }
    tryNumbers(text, column)
    for sign in marks.atSigns { tryAtSign(text, at: Int(sign), column) }
    if column != nil || !marks.places.isEmpty { tryPlaces(text, column) }
    guard !lookAlikes.isEmpty else { return }
    settle(text, core)
  }

  // MARK: - Candidates

  private func tryNumbers(_ text: Span<UInt8>, _ column: ColumnContext?) {
    let (numbers, gates, lengths) = (marks.numbers, numberGates, lengthsByFirstDigit)
    for mark in numbers {
      let digit = Int(mark)
      if digit > 0 {
        let before = text[digit - 1]
        if (before | 0x20) &- 0x61 < 26 { continue }
        // After a decimal point: `3.138`, `=.138`; not after `Tel.`.
        if before == 0x2E, digit < 2 || !Self.endsWord(text[digit - 2]) { continue }
      }
      let shape = NumberShape(text, at: digit)
      guard lengths[Int(shape.firstDigit)] & shape.lengths != 0 else { continue }
      // A number that begins its line has no label: most time stamps of logs end here.
      let isUnlabelled = column == nil && (digit == 0 || text[digit - 1] == 0x0A)
      for gate in gates where gate.gate.admits(shape) {
        if gate.needsLabel, isUnlabelled { continue }
        var start = Self.signStart(text, before: digit)
        while start < digit, !attempt(gate.form, text, at: start, column, folds: true) {
          start += text[start] == 0xEF ? 3 : 1
        }
        if start == digit {
          let folds = shape.needsFolding || gate.gate.readsOn
          _ = attempt(gate.form, text, at: digit, column, folds: folds)
        }
      }
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  /// Where a `+` or an opening bracket, or two of them, before the digit begin, else the digit itself.
  private static func signStart(_ text: Span<UInt8>, before digit: Int) -> Int {
    var start = digit
    for _ in 0..<2 {
      if start > 0, text[start - 1] == 0x2B || text[start - 1] == 0x28 {
        start -= 1
      } else if start > 2, text[start - 3] == 0xEF, text[start - 2] == 0xBC,
        text[start - 1] == 0x8B || text[start - 1] == 0x88
      {
        start -= 3
      }
    }
    return start
  }

  // MARK: - Pattern and checks

  /// Tries a form at `start`, on the text up to `reach` bytes behind it; true when the pattern
  /// matched, whatever the checks said.
  func attempt(
    _ index: Int, _ text: Span<UInt8>, at start: Int, _ column: ColumnContext?,
    folds: Bool, reachInBytes reach: Int = 128
  ) -> Bool {
    let matcher = matchers[index]
    var low = max(0, start - 16)
    while low > 0, text[low] & 0xC0 == 0x80 { low -= 1 }
    var high = min(text.count, start + reach)
    while high < text.count, text[high] & 0xC0 == 0x80 { high += 1 }
    let outcome: Matcher.Outcome
    if folds {
      folding.fold(text, low..<high)
      outcome = matcher.match(folding.bytes.span, at: folding.folded(start))
    } else {
      outcome = matcher.match(text.extracting(low..<high), at: start - low)
    }
    guard outcome == .match, let matched = matcher.range() else {
      if outcome == .limit { limitsReached += 1 }
      return false
    }
    if folds {
      let folded = folding.bytes
      var match: Range<Int>? = matched
      while let tried = match {
        let value = folded.span.extracting(tried)
        if judge(index, text, value, folding.original(tried), column) { break }
        match = shortened(tried, index, folded.span)
      }
    } else {
      var match: Range<Int>? = matched.lowerBound + low..<matched.upperBound + low
      while let tried = match {
        if judge(index, text, text.extracting(tried), tried, column) { break }
        match = shortened(tried, index, text)
      }
    }
    return true
  }

  /// What is tried when a check refuses a match: of a mail address the next shorter domain.
  private func shortened(
    _ match: Range<Int>, _ index: Int, _ subject: Span<UInt8>
  ) -> Range<Int>? {
    guard ruleSet.forms[index].form.prefilter == .at else { return nil }
    return Self.withShorterDomain(match, in: subject)
  }

  /// Runs the checks of a form over what its pattern matched, and weighs it; false when a check
  /// refused it.
  private func judge(
    _ index: Int, _ text: Span<UInt8>, _ value: Span<UInt8>, _ range: Range<Int>,
    _ column: ColumnContext?
  ) -> Bool {
    let form = ruleSet.forms[index]
    guard !Surroundings.isInsideUUID(text, range) else { return true }
    let surroundings = surroundings(of: range, in: text, form, column)
    if form.form.needsContext, (surroundings.said?.decibans ?? 0) <= 0 { return true }
    let canonicalStart = canonical.count
    Canonical.append(value, as: form.canonical, to: &canonical)
    let evidenceStart = evidence.count
    let prior = column == nil ? form.form.prior.text : form.form.prior.cell
    evidence.append(Evidence(name: form.prior, decibans: Int16(prior)))
    var facts = Facts(asOf: asOf)
    var passed = true
    for bound in form.checks {
      switch bound.check.test(
        canonical.span.extracting(canonicalStart..<canonical.count), &facts)
      {
      case .pass:
        evidence.append(Evidence(name: bound.name, decibans: Int16(bound.use.pass)))
      case .unknown:
        continue
      case .fail:
        passed = false
        guard let weight = bound.use.fail else {
          outcomes.append((UInt16(form.rule), false))
          drop(canonicalStart, evidenceStart)
          return false
        }
        evidence.append(Evidence(name: bound.name, decibans: Int16(weight)))
      }
    }
    outcomes.append((UInt16(form.rule), passed))
    guard weigh(form, text, surroundings, column, evidenceStart) else {
      drop(canonicalStart, evidenceStart)
      return true
    }
    let decibans = evidence[evidenceStart...].reduce(0) { $0 + Int($1.decibans) }
    if form.canonical == .residentID { Canonical.expand15(&canonical, from: canonicalStart) }
    lookAlikes.append(
      LookAlike(
        form: index, range: range, decibans: decibans, facts: facts, kind: .none,
        role: surroundings.role, canonical: canonicalStart..<canonical.count,
        evidence: evidenceStart..<evidence.count,
        visiblePrefix: 0))
    return true
  }

  /// What stands at a match: its label, or what its column says of it.
  private struct Surrounding {
    /// What a label or column says for or against the type.
    var said: Evidence?
    var label: Label?
    var role: Role
    var isWhole: Bool
  }

  private func surroundings(
    of range: Range<Int>, in text: Span<UInt8>, _ form: CompiledForm, _ column: ColumnContext?
  ) -> Surrounding {
    var result = Surrounding(role: column?.role ?? .subject, isWhole: false)
    result.isWhole = column != nil && Surroundings.isWhole(text, range)
    if !result.isWhole {
      // The forms of one number share its label.
      if labelStart != range.lowerBound {
        labelAtStart = labels.label(in: text, before: range.lowerBound)
        labelStart = range.lowerBound
      }
      result.label = labelAtStart
      result.said = ruleSet.evidence(
        ofTerms: labelAtStart.direct, forRule: form.rule, inColumn: false)
      if ruleSet.namesGuardian(labelAtStart.direct) { result.role = .guardian }
    }
    if result.said == nil { result.said = column?.evidence[form.rule] }
    return result
  }

  /// Adds what the surroundings say; false when the sum is too low for any verdict of a column to
  /// lift.
  private func weigh(
    _ form: CompiledForm, _ text: Span<UInt8>, _ surrounding: Surrounding,
    _ column: ColumnContext?, _ evidenceStart: Int
  ) -> Bool {
    if surrounding.isWhole {
      evidence.append(
        Evidence(name: form.wholeValue, decibans: Int16(LookAlike.wholeValueDecibans)))
    }
    if let said = surrounding.said {
      evidence.append(said)
    } else if let label = surrounding.label {
      let weight = form.nearDecibans
      if weight != 0 {
        labels.terms(before: label, in: text) { term in
          guard ruleSet.speaks(term, forRule: form.rule) else { return false }
          evidence.append(
            Evidence(
              name: ruleSet.evidenceName(ofTerm: term, inColumn: false), decibans: Int16(weight)))
          return true
        }
      }
    }
    let sum = evidence[evidenceStart...].reduce(0) { $0 + Int($1.decibans) }
    return sum >= (column == nil ? 0 : -LookAlike.liftLimitDecibans)
  }

  private func drop(_ canonicalStart: Int, _ evidenceStart: Int) {
    canonical.removeSubrange(canonicalStart...)
    evidence.removeSubrange(evidenceStart...)
  }

  // MARK: - One value, one type

  /// Among look-alikes that overlap the heaviest evidence wins, then the longer, then the earlier;
  /// what starts in `core` becomes a hit.
  private func settle(_ text: Span<UInt8>, _ core: Range<Int>) {
    lookAlikes.sort {
      ($0.range.lowerBound, $1.range.upperBound, $0.form)
        < ($1.range.lowerBound, $0.range.upperBound, $1.form)
    }
    var first = 0
    while first < lookAlikes.count {
      var end = first + 1
      var reach = lookAlikes[first].range.upperBound
      while end < lookAlikes.count, lookAlikes[end].range.lowerBound < reach {
        reach = max(reach, lookAlikes[end].range.upperBound)
        end += 1
      }
      if end == first + 1 {
        emit(lookAlikes[first], text, core)
      } else {
        for winner in winners(among: first..<end) { emit(lookAlikes[winner], text, core) }
      }
      first = end
    }
  }

  private func winners(among cluster: Range<Int>) -> [Int] {
    let byWeight = cluster.sorted {
      let (a, b) = (lookAlikes[$0], lookAlikes[$1])
      return (b.decibans, b.range.count, $0) < (a.decibans, a.range.count, $1)
    }
    var taken: [Int] = []
    for candidate in byWeight
    where !taken.contains(where: { lookAlikes[$0].range.overlaps(lookAlikes[candidate].range) }) {
      taken.append(candidate)
    }
    return taken.sorted()
  }

  private func emit(_ lookAlike: LookAlike, _ text: Span<UInt8>, _ core: Range<Int>) {
    guard core.contains(lookAlike.range.lowerBound) else { return }
    let form = ruleSet.forms[lookAlike.form]
    let rule = ruleSet.rules[form.rule]
    let maskedStart = arena.count
    if case .address = rule.mask {
      Masker.append(
        text.extracting(lookAlike.range), rule.mask, keepingBytes: lookAlike.visiblePrefix,
        to: &arena)
    } else {
      // Full-width digits are digits to the mask too.
      folding.fold(text, lookAlike.range)
      let folded = folding.bytes
      Masker.append(folded.span, rule.mask, keepingBytes: 0, to: &arena)
    }
    hits.append(
      Hit(
        rule: UInt16(form.rule), kind: lookAlike.kind, role: lookAlike.role,
        labels: lookAlike.facts.labels,
        decibans: Int16(clamping: lookAlike.decibans), range: lookAlike.range,
        birth: lookAlike.facts.birth,
        fingerprint: fingerprint(of: form.rule, lookAlike.canonical),
        masked: maskedStart..<arena.count, evidence: lookAlike.evidence))
  }

  /// Over the type's id, a zero byte and the canonical form.
  private func fingerprint(of rule: Int, _ value: Range<Int>) -> Fingerprint {
    fingerprinted.removeAll(keepingCapacity: true)
    fingerprinted.append(contentsOf: ruleSet.rules[rule].id.rawValue.utf8)
    fingerprinted.append(0)
    fingerprinted.append(contentsOf: canonical[value])
    let input = fingerprinted
    return key.fingerprint(input.span)
  }
}
