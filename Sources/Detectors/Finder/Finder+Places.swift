import Findings
import Sieve

/// Addresses are told from clusters of place marks, not from one mark.
extension Finder {
  func tryPlaces(_ text: Span<UInt8>, _ column: ColumnContext?) {
    for (index, search) in placeSearches {
      let reached = search.limitsReached
      search.begin()
      if let column, column.nameDecibans(ofRule: ruleSet.forms[index].rule) > 0,
        let address = search.address(inValue: text)
      {
        weigh(address, index, text, column)
      } else {
        let places = MarkList.places(marks)
        for k in 0..<places.count {
          guard let candidate = search.candidate(at: places[k], in: text) else { continue }
          tryPlace(candidate, search, index, text, column)
        }
      }
      limitsReached += search.limitsReached - reached
    }
  }

  /// Tries what one mark of very many leads to. Apart, so that the others are not charged for it.
  @inline(never)
  private func tryPlace(
    _ candidate: PlaceProposer.Candidate, _ search: AddressSearch, _ index: Int,
    _ text: Span<UInt8>, _ column: ColumnContext?
  ) {
    let form = ruleSet.forms[index]
    let address = search.address(of: candidate, in: text) { start in
      let context = contextOfPlace(form, text, start, column)
      return Int(context.prior.decibans) + Int(context.said?.decibans ?? 0)
    }
    if let address { weigh(address, index, text, column) }
  }

  /// What is known of an address besides its parts.
  private struct PlaceContext {
    let prior: Evidence
    /// What stands before it or names its column says.
    let said: Evidence?
    let label: Label
  }

  private func contextOfPlace(
    _ form: CompiledForm, _ text: Span<UInt8>, _ start: Int, _ column: ColumnContext?
  ) -> PlaceContext {
    let prior = column == nil ? form.form.prior.text : form.form.prior.cell
    let label = labels.label(in: text, before: start)
    return PlaceContext(
      prior: Evidence(name: form.prior, decibans: Int16(prior)),
      said: ruleSet.evidence(ofLabel: label, forRule: form.rule) ?? column?.evidence[form.rule],
      label: label)
  }

  private func weigh(
    _ address: AddressAssessor.Assessment, _ index: Int, _ text: Span<UInt8>,
    _ column: ColumnContext?
  ) {
    let form = ruleSet.forms[index]
    tested.append(
      Outcome(rule: UInt16(form.rule), passed: true, isDoubted: false, isChecked: true))
    let evidenceStart = evidence.count
    let context = contextOfPlace(form, text, address.range.lowerBound, column)
    evidence.append(context.prior)
    if let said = context.said { evidence.append(said) }
    for i in 0..<address.items.count { evidence.append(placeEvidence[address.items[i]]) }
    if column != nil, Surroundings.isWhole(text, address.range) {
      evidence.append(
        Evidence(name: form.wholeValue, decibans: Int16(form.wholeValueDecibans)))
    }
    let decibans = decibans(from: evidenceStart)
    guard decibans >= (column == nil ? 0 : -LookAlike.liftLimitDecibans) else {
      evidence.removeSubrange(evidenceStart...)
      return
    }
    let label = context.label
    let role = ruleSet.namesGuardian(label.direct) ? .guardian : column?.role ?? .subject
    let canonicalStart = canonical.count
    Canonical.append(
      text.extracting(address.range), as: ruleSet.rules[form.rule].canonical, to: canonical)
    var kind = address.kind
    if kind == .plain, !label.direct.isEmpty, let places = ruleSet.places {
      kind = places.kind(ofName: ruleSet.terms.terms[label.direct[0]])
    }
    if kind == .plain { kind = column?.kind ?? .plain }
    lookAlikes.append(
      LookAlike(
        form: index, range: address.range, decibans: decibans, facts: Facts(asOf: asOf),
        kind: kind, role: role, canonical: canonicalStart..<canonical.count,
        evidence: evidenceStart..<evidence.count, visiblePrefix: address.visiblePrefix))
  }
}
