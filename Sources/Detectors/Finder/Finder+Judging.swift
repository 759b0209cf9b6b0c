import Findings
import Regex

/// From a candidate to a look-alike: pattern, checks, and what stands around it.
extension Finder {
  /// Tries a form at `start`, on the text up to `reach` bytes behind it; true when the pattern
  /// matched, whatever the checks said.
  func attempt(
    _ index: Int, _ text: Span<UInt8>, at start: Int, _ column: ColumnContext?,
    folds: Bool, reachInBytes reach: Int = 128
  ) -> Bool {
    var low = max(0, start - 16)
    while low > 0, text[low] & 0xC0 == 0x80 { low -= 1 }
    var high = min(text.count, start + reach)
    while high < text.count, text[high] & 0xC0 == 0x80 { high += 1 }
    let outcome: Matcher.Outcome
    if folds {
      folding.fold(text, low..<high)
      let folded = folding.bytes
      outcome = matchers.match(index, folded.span, at: folding.folded(start))
    } else {
      outcome = matchers.match(index, text.extracting(low..<high), at: start - low)
    }
    // Patterns, not `==`: that of another module's enumeration is looked up at run time.
    guard case .match = outcome, let matched = matchers.range(index) else {
      if case .limit = outcome { limitsReached += 1 }
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
    guard traits[index].isMail else { return nil }
    return Self.withShorterDomain(match, in: subject)
  }

  /// Runs the checks of a form over what its pattern matched, and weighs it; false when a check
  /// refused it.
  private func judge(
    _ index: Int, _ text: Span<UInt8>, _ value: Span<UInt8>, _ range: Range<Int>,
    _ column: ColumnContext?
  ) -> Bool {
    let form = traits[index]
    if form.isNumber, Surroundings.isInsideUUID(text, range) { return true }
    // Most labels cost more than the checks, and most look-alikes fail these.
    var known: Surrounding?
    if form.needsContext || form.checks.isEmpty {
      let surroundings = surroundings(of: range, in: text, form.rule, column)
      if form.needsContext, (surroundings.said?.decibans ?? 0) <= 0 { return true }
      known = surroundings
    }
    let canonicalStart = canonical.count
    Canonical.append(value, as: form.canonical, to: canonical)
    let evidenceStart = evidence.count
    let prior = column == nil ? form.priorInText : form.priorInCell
    evidence.append(Evidence(name: form.prior, decibans: prior))
    var facts = Facts(asOf: asOf)
    var isDoubted = false
    for i in form.checks {
      let (check, values) = (checkTraits[i], canonical)
      switch checks[i].test(values.span.extracting(canonicalStart..<values.count), &facts) {
      case .pass:
        evidence.append(Evidence(name: check.name, decibans: check.pass))
      case .unknown:
        continue
      case .fail:
        guard !check.refuses else {
          tested.append(
            Outcome(
              rule: UInt16(form.rule), passed: false, isDoubted: false, isChecked: true))
          drop(canonicalStart, evidenceStart)
          return false
        }
        isDoubted = true
        evidence.append(Evidence(name: check.name, decibans: check.fail))
      }
    }
    tested.append(
      Outcome(
        rule: UInt16(form.rule), passed: true, isDoubted: isDoubted,
        isChecked: !form.checks.isEmpty))
    let surroundings = known ?? surroundings(of: range, in: text, form.rule, column)
    let isFigure =
      form.hasNeighbours && !surroundings.isWhole
      && weighNeighbours(index, text, range, surroundings, canonicalStart)
    guard weigh(form, text, surroundings, column, evidenceStart, readsOn: !isFigure) else {
      drop(canonicalStart, evidenceStart)
      return true
    }
    let decibans = decibans(from: evidenceStart)
    if form.canonical == .residentID { Canonical.expand15(canonical, from: canonicalStart) }
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
    of range: Range<Int>, in text: Span<UInt8>, _ rule: Int, _ column: ColumnContext?
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
      result.said = ruleSet.evidence(ofLabel: labelAtStart, forRule: rule)
      if ruleSet.namesGuardian(labelAtStart.direct) || ruleSet.namesGuardian(labelAtStart.parent) {
        result.role = .guardian
      }
    }
    if result.said == nil { result.said = column?.evidence[rule] ?? cue }
    return result
  }

  /// A number without label may be told from what stands beside it; a labelled one is what its label
  /// says, but for a telephone number of another country. True where it is, so that no word farther away speaks for it.
  private func weighNeighbours(
    _ index: Int, _ text: Span<UInt8>, _ range: Range<Int>, _ surrounding: Surrounding,
    _ canonicalStart: Int
  ) -> Bool {
    let form = ruleSet.forms[index]
    if form.isNetworkAddress {
      // Without a label it stays below what is listed, whatever stands beside it.
      guard let label = surrounding.label, (surrounding.said?.decibans ?? 0) > 0,
        let sign = AddressNeighbours.weightiest(of: range, behind: label, in: text)
      else { return false }
      evidence.append(ruleSet.evidence(of: sign, forForm: form))
      return sign.isStrong
    }
    if isForeign(form, text, range) {
      evidence.append(ruleSet.evidence(of: .countryCode, forForm: form))
      return true
    }
    guard (surrounding.said?.decibans ?? 0) <= 0 else { return false }
    let values = canonical
    let neighbour = ruleSet.neighbours.weightiest(
      of: range, in: text, digits: values.span.extracting(canonicalStart..<values.count))
    guard let neighbour else { return false }
    evidence.append(ruleSet.evidence(of: neighbour, forForm: form))
    return neighbour.isStrong
  }

  /// Whether a telephone number belongs to another country.
  private func isForeign(
    _ form: CompiledForm, _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    switch form.canonical {
    case .mobilePhone, .landlinePhone: Surroundings.hasForeignPrefix(text, range)
    default: false
    }
  }

  /// Adds what the surroundings say, words farther away only if it `readsOn`; false when the sum is too
  /// low for any verdict of a column to lift.
  private func weigh(
    _ form: FormTraits, _ text: Span<UInt8>, _ surrounding: Surrounding,
    _ column: ColumnContext?, _ evidenceStart: Int, readsOn: Bool
  ) -> Bool {
    if surrounding.isWhole { evidence.append(form.wholeValue) }
    if let said = surrounding.said {
      evidence.append(said)
    } else if readsOn, let label = surrounding.label {
      let weight = form.nearDecibans
      if column == nil, decibans(from: evidenceStart) + max(0, Int(weight)) < 0 { return false }
      if weight != 0 {
        labels.terms(before: label, in: text) { term in
          guard ruleSet.speaks(term, forRule: form.rule) else { return false }
          evidence.append(
            Evidence(
              name: ruleSet.evidenceName(ofTerm: term, inColumn: false), decibans: weight))
          return true
        }
      }
    }
    if let declared = column?.declared[form.rule] { evidence.append(declared) }
    return decibans(from: evidenceStart) >= (column == nil ? 0 : -LookAlike.liftLimitDecibans)
  }

  /// The sum of the evidence from an item on.
  func decibans(from start: Int) -> Int {
    var sum = 0
    for i in start..<evidence.count { sum += Int(evidence[i].decibans) }
    return sum
  }

  private func drop(_ canonicalStart: Int, _ evidenceStart: Int) {
    canonical.cut(to: canonicalStart)
    evidence.removeSubrange(evidenceStart...)
  }
}
