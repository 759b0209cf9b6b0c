import Findings

/// Holds one policy against what was found.
///
/// A found datum has one item for what the text declares: an exclusion that names it outweighs a
/// declaration, and data of no natural person have none. Promises stand beside that with items of
/// their own.
struct PolicyAgainstFound {
  /// A found datum, as the policy sees it.
  private struct Found {
    let datum: Datum
    let type: Int
    let counts: FoundDatum
    let dataClass: DataClass
    let under14: UInt64
  }

  private let index: Int
  private let policy: Policy
  private let types: [TypeInfo]
  private let birthday: BirthdayRule
  private let found: [Found]

  init(_ index: Int, judge: Judge, types: [TypeInfo], found data: FoundData) {
    self.index = index
    self.types = types
    let policy = judge.policies[index]
    let birthday = judge.birthdayRule(policy: index)
    self.policy = policy
    self.birthday = birthday
    found = data.keys.compactMap { key in
      guard let counts = data[key] else { return nil }
      let dataClass = judge.gravestClass(of: counts, key, policy: index)
      if dataClass == .none { return nil }
      let datum = Datum(
        type: types[key.type].id, kind: key.kind == .none ? nil : key.kind)
      return Found(
        datum: datum, type: key.type, counts: counts, dataClass: dataClass,
        under14: counts.under14(birthday))
    }
  }

  /// By outcome, the gravest first; of one outcome in the order of the types and of the text.
  var items: [DeclaredItem] {
    let all = found.flatMap(item(of:)) + exclusions + promises + declarations
    return DeclaredOutcome.allCases.flatMap { outcome in all.filter { $0.outcome == outcome } }
  }

  // MARK: What is declared

  private func item(of found: Found) -> [DeclaredItem] {
    let excluding = policy.exclusions.filter { $0.data.contains { $0.covers(found.datum) } }
    if let first = excluding.first {
      return [
        item(
          .foundThoughExcluded, of: found, .exclusion(first), excluding.map(\.citation))
      ]
    }
    guard case .listed(let declarations) = policy.declarations else { return [] }
    let naming = declarations.compactMap { $0.citation(of: found.datum) }
    if !naming.isEmpty { return [item(.declaredAndFound, of: found, .declaration, naming)] }
    let otherKinds = declarations.flatMap { declaration in
      declaration.data.filter { $0.type == found.datum.type }.compactMap(declaration.citation(of:))
    }
    if !otherKinds.isEmpty, found.datum.kind == nil || found.datum.kind == .plain {
      return [item(.kindUnclear, of: found, .declaration, otherKinds)]
    }
    // "Nothing unrelated" is what a datum that is declared nowhere is held against.
    let unrelated = policy.exclusions.filter(\.data.isEmpty)
    return [item(.foundNotDeclared, of: found, .declaration, unrelated.map(\.citation))]
  }

  /// Declarations that nothing was found of.
  private var declarations: [DeclaredItem] {
    switch policy.declarations {
    case .notApplicable:
      return [DeclaredItem(policy: index, outcome: .notApplicable)]
    case .emptyInText(let citations):
      return [DeclaredItem(policy: index, outcome: .nothingDeclared, citations: citations)]
    case .listed(let declarations):
      return declaredData(in: declarations) + otherWords(in: declarations)
    }
  }

  private func declaredData(in declarations: [Declaration]) -> [DeclaredItem] {
    let data = Set(declarations.flatMap(\.data)).sorted { a, b in
      (order(of: a), a) < (order(of: b), b)
    }
    return data.compactMap { datum in
      if found.contains(where: { datum.covers($0.datum) }) { return nil }
      let type = types.firstIndex { $0.id == datum.type }
      return DeclaredItem(
        policy: index, outcome: type == nil ? .notLookedFor : .declaredNotFound, datum: datum,
        type: type, citations: declarations.compactMap { $0.citation(of: datum) })
    }
  }

  /// What no type stands for, a clause each.
  private func otherWords(in declarations: [Declaration]) -> [DeclaredItem] {
    declarations.filter { !$0.others.isEmpty }.map { declaration in
      let citation = Citation(clause: declaration.citation.clause, words: declaration.others)
      return DeclaredItem(policy: index, outcome: .notLookedFor, citations: [citation])
    }
  }

  private func order(of datum: Datum) -> Int {
    types.firstIndex { $0.id == datum.type } ?? types.count
  }

  // MARK: What is excluded and promised

  /// Exclusions that nothing was found of.
  private var exclusions: [DeclaredItem] {
    policy.exclusions.flatMap { exclusion -> [DeclaredItem] in
      guard !exclusion.data.isEmpty else {
        return [unfound(.cannotBeTold, .exclusion(exclusion), exclusion.citation)]
      }
      return exclusion.data.compactMap { datum in
        if found.contains(where: { datum.covers($0.datum) }) { return nil }
        let type = types.firstIndex { $0.id == datum.type }
        return DeclaredItem(
          policy: index, subject: .exclusion(exclusion),
          outcome: type == nil ? .notLookedFor : .notContradicted, datum: datum, type: type,
          citations: [exclusion.citation])
      }
    }
  }

  private var promises: [DeclaredItem] {
    policy.promises.flatMap { promise -> [DeclaredItem] in
      guard Self.isVisible(promise) else {
        return [unfound(.cannotBeTold, .promise(promise), promise.citation)]
      }
      let broken = found.compactMap { item(of: promise, brokenBy: $0) }
      return broken.isEmpty
        ? [unfound(.notContradicted, .promise(promise), promise.citation)] : broken
    }
  }

  /// Whether data can show that a promise is broken: that something was to be hidden, of all persons
  /// or of children. Which accounts are cancelled, what went to partners, where a server stands and
  /// how long is not in the data.
  private static func isVisible(_ promise: Promise) -> Bool {
    guard !promise.isAmbiguous else { return false }
    return switch (promise.kind, promise.scope) {
    case (.encrypted, .all), (.encrypted, .children): true
    case (.deidentifiedOrAnonymised, .all), (.deidentifiedOrAnonymised, .children): true
    default: false
    }
  }

  private func item(of promise: Promise, brokenBy found: Found) -> DeclaredItem? {
    let (matches, places) =
      promise.scope == .children
      ? found.counts.childrenInClear(birthday) : (found.counts.inClear, found.counts.clearPlaces)
    if matches.upperBound == 0 { return nil }
    return DeclaredItem(
      policy: index, subject: .promise(promise),
      outcome: matches.lowerBound > 0 ? .promiseContradicted : .promiseInDoubt,
      datum: found.datum, type: found.type, dataClass: found.dataClass,
      citations: [promise.citation], matches: matches, places: places, found: found.counts,
      under14: found.under14)
  }

  // MARK: Items

  private func item(
    _ outcome: DeclaredOutcome, of found: Found, _ subject: DeclaredItem.Subject,
    _ citations: [Citation]
  ) -> DeclaredItem {
    DeclaredItem(
      policy: index, subject: subject, outcome: outcome, datum: found.datum, type: found.type,
      dataClass: found.dataClass, citations: citations,
      matches: found.counts.matches...found.counts.matches, places: found.counts.places,
      found: found.counts, under14: found.under14)
  }

  private func unfound(
    _ outcome: DeclaredOutcome, _ subject: DeclaredItem.Subject, _ citation: Citation
  ) -> DeclaredItem {
    DeclaredItem(policy: index, subject: subject, outcome: outcome, citations: [citation])
  }
}
