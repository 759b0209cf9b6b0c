import Findings
import Policies
import RulesetSource

/// Checks what only several files together can tell: fallbacks, classes taken from them, whether
/// every type has a class.
struct PolicyLinker {
  private let known: [Policy]
  private let types: [TypeInfo]
  private let faulty: Set<String>

  init(drafts: [PolicyDraft], library: [Policy], types: Set<TypeID>) {
    known = library + drafts.map(\.policy)
    faulty = Set(drafts.filter(\.isFaulty).map(\.policy.id))
    self.types = types.sorted().map {
      TypeInfo(id: $0, titleInChinese: $0.rawValue, titleInEnglish: $0.rawValue)
    }
  }

  /// Whether the draft is without fault, alone and together with what it extends. Reports what is
  /// wrong; of a draft that rests on a faulty file only that it is unusable, not what follows of it.
  func isSound(_ draft: PolicyDraft) -> Bool {
    let fallbacksAreKnown = checkFallbacks(of: draft)
    let casesAreKnown = checkCases(of: draft)
    guard fallbacksAreKnown, casesAreKnown, !draft.isFaulty else { return false }
    do {
      let chain = try PolicyLibrary(known, []).chain(of: draft.policy)
      guard !chain.contains(where: { faulty.contains($0.id) }) else { return false }
      return try hasEveryClass(draft)
    } catch {
      report(error, of: draft)
      return false
    }
  }

  private func checkFallbacks(of draft: PolicyDraft) -> Bool {
    var allKnown = true
    for (fallback, place) in zip(draft.policy.fallbacks, draft.fallbackPlaces) {
      guard known.contains(where: { $0.id == fallback.policy }) else {
        allKnown = false
        place.report(
          .unknownName(
            fallback.policy, kind: "policy",
            nearest: Spelling.nearest(to: fallback.policy, among: known.map(\.id))))
        continue
      }
    }
    return allKnown
  }

  /// A case expects a clause of the policy, or `<policy>:<clause>` of one it extends.
  private func checkCases(of draft: PolicyDraft) -> Bool {
    var allKnown = true
    for (policyCase, place) in zip(draft.policy.cases, draft.casePlaces) {
      let expected = policyCase.expectedClause
      let isOwn = draft.policy.clauses.contains { $0.id == expected }
      let isOther = known.contains { policy in
        policy.clauses.contains { "\(policy.id):\($0.id)" == expected }
      }
      guard !isOwn, !isOther else { continue }
      allKnown = false
      let names =
        draft.policy.clauses.map(\.id)
        + known.flatMap { policy in policy.clauses.map { "\(policy.id):\($0.id)" } }
      place.report(
        .unknownName(
          expected, kind: "clause", nearest: Spelling.nearest(to: expected, among: names)))
    }
    return allKnown
  }

  /// Judges each type alone, so that every type without a class is named.
  private func hasEveryClass(_ draft: PolicyDraft) throws(PolicyError) -> Bool {
    var unclassified: [String] = []
    // Once for all; one by one only where some have none.
    do throws(PolicyError) {
      _ = try Judge(policies: [draft.policy], library: known, types: types)
      return true
    } catch .unclassified {
    }
    for type in types {
      do throws(PolicyError) {
        _ = try Judge(policies: [draft.policy], library: known, types: [type])
      } catch .unclassified(_, let type) {
        unclassified.append(type.rawValue)
      }
    }
    guard !unclassified.isEmpty else { return true }
    draft.root.report(
      .unsound(
        value: unclassified.joined(separator: " "),
        reason: "neither the policy nor what it extends gives these types a class"))
    return false
  }

  private func report(_ error: PolicyError, of draft: PolicyDraft) {
    switch error {
    case .cycle(let ids):
      // The place that leads back: the fallback of this policy that is next on the way.
      let next = zip(draft.policy.fallbacks, draft.fallbackPlaces).first {
        ids.contains($0.0.policy)
      }
      (next?.1 ?? draft.root).report(
        .unsound(
          value: ids.joined(separator: " → "), reason: "a policy cannot extend itself"))
    case .unknownFallback(let policy, let fallback):
      // Of a policy that this one extends; reported there.
      if policy == draft.policy.id {
        draft.root.report(.unknownName(fallback, kind: "policy", nearest: nil))
      }
    case .nothingToTake(_, let datum, let fallback):
      (draft.takenPlaces[datum] ?? draft.root).report(
        .unsound(
          value: fallback,
          reason: "class-from names a policy in extends that gives \(datum.name) a class"))
    case .ageNotTallied(_, let years):
      (draft.agePlace ?? draft.root).report(
        .unsound(
          value: String(years),
          reason: "a class can begin under 14, 15 or 18 years, and with birthday: after under 14"))
    case .noPolicy, .duplicate, .unclassified:
      preconditionFailure("one policy is judged at a time, and its types one by one")
    }
  }
}
