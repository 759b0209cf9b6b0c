import Findings

/// Decides the class of a datum by one policy and its fallbacks.
///
/// What names the datum goes before what only defines: the text itself, then the first fallback that
/// lists or assesses the datum, then the text's general definition, then the first fallback's. So an
/// e-mail address is judged by the standard that lists it, though a law that only defines stands
/// before that standard.
struct ClassResolver {
  /// A verdict, with the place in the chain of the text that gave it.
  struct Resolution {
    let verdict: ClassVerdict
    /// 0 for the policy itself.
    let depth: Int
  }

  /// The policy and its fallbacks, in the order in which they are asked.
  let chain: [Policy]

  var policy: Policy { chain[0] }

  /// The class of a datum of a person of full or unknown age; nil where no text of the chain
  /// gives one.
  func ordinary(_ type: TypeID, _ kind: Kind) throws(PolicyError) -> Resolution? {
    for depth in chain.indices {
      guard let reading = chain[depth].reading(of: type, kind: kind) else { continue }
      switch reading.decision {
      case .given(let dataClass):
        return named(reading, dataClass, depth: depth, namedAt: nil)
      case .from(let source) where depth == 0:
        guard let resolution = taken(from: source, type, kind, namedAt: reading.citation.clause)
        else {
          throw .nothingToTake(policy: policy.id, datum: reading.datum, fallback: source)
        }
        return resolution
      case .from:
        // A fallback that itself takes the class from a text further back: that text is asked in
        // its turn.
        continue
      }
    }
    for depth in chain.indices {
      if let resolution = defined(depth: depth, namedAt: nil) { return resolution }
    }
    return nil
  }

  /// The class of a datum of a person below the age at which the class rule of the chain ends.
  ///
  /// A class that a text nearer than that rule already gives as high stays with its clause.
  func minor(_ ordinary: Resolution, _ rule: ClassRule) -> ClassVerdict {
    guard ordinary.verdict.dataClass != .none,
      ordinary.verdict.dataClass < rule.dataClass || rule.depth <= ordinary.depth
    else { return ordinary.verdict }
    let source = chain[rule.depth]
    return ClassVerdict(
      dataClass: max(rule.dataClass, ordinary.verdict.dataClass),
      clause: clause(rule.rule.citation.clause, depth: rule.depth),
      basis: rule.depth == 0 ? rule.rule.basis : rule.rule.basis.throughFallback,
      reason: ClassReason(
        cause: .minor, policy: source.id, basis: rule.rule.basis,
        words: rule.rule.citation.words.joined(separator: ", ")))
  }

  /// The class of a datum that stands beside data of a person: another where it has none alone and the text
  /// itself has a rule on what identifies in combination only.
  func combined(_ ordinary: Resolution, _ type: TypeID) -> ClassVerdict {
    let rule = policy.combinations.first { rule in
      guard rule.classAlone == ordinary.verdict.dataClass, rule.classTogether > rule.classAlone
      else { return false }
      switch rule.data {
      case .any: return false
      case .unidentifying: return ordinary.verdict.dataClass == .none
      case .types(let types): return types.contains(type)
      }
    }
    guard let rule else { return ordinary.verdict }
    return ClassVerdict(
      dataClass: rule.classTogether, clause: rule.citation.clause, basis: .ownDefinition,
      reason: ClassReason(
        cause: .combination, policy: policy.id, basis: .ownDefinition,
        words: rule.citation.words.joined(separator: ", ")))
  }

  /// The first rule of the chain that gives data of minors a class.
  var classRule: ClassRule? { chain.indices.lazy.compactMap { classRule(at: $0) }.first }

  /// The rule of one text of the chain that gives data of minors a class.
  func classRule(at depth: Int) -> ClassRule? {
    guard let rule = chain[depth].ages.classRule, let dataClass = rule.dataClass else {
      return nil
    }
    return ClassRule(
      rule: rule, dataClass: dataClass, depth: depth,
      birthday: policy.ages.birthday ?? chain[depth].ages.birthday ?? .on)
  }

  /// What each text of the chain behind the policy says of the datum for itself.
  func fallbacks(_ type: TypeID, _ kind: Kind) -> [Resolution] {
    chain.indices.dropFirst().compactMap { depth in
      taken(from: chain[depth].id, type, kind, namedAt: nil)
    }
  }

  private func taken(
    from source: String, _ type: TypeID, _ kind: Kind, namedAt: String?
  ) -> Resolution? {
    guard let depth = chain.firstIndex(where: { $0.id == source }) else { return nil }
    if let reading = chain[depth].reading(of: type, kind: kind),
      case .given(let dataClass) = reading.decision
    {
      return named(reading, dataClass, depth: depth, namedAt: namedAt)
    }
    return defined(depth: depth, namedAt: namedAt)
  }

  private func named(
    _ reading: Reading, _ dataClass: DataClass, depth: Int, namedAt: String?
  ) -> Resolution {
    Resolution(
      verdict: ClassVerdict(
        dataClass: dataClass, clause: clause(reading.citation.clause, depth: depth),
        basis: depth == 0 ? reading.basis : reading.basis.throughFallback,
        reason: ClassReason(
          cause: .datum, policy: chain[depth].id, basis: reading.basis,
          words: reading.citation.words.joined(separator: ", "), note: reading.note,
          namedAt: namedAt)),
      depth: depth)
  }

  private func defined(depth: Int, namedAt: String?) -> Resolution? {
    guard let definition = chain[depth].definition else { return nil }
    let basis = ClassBasis.ownDefinition
    return Resolution(
      verdict: ClassVerdict(
        dataClass: definition.dataClass, clause: clause(definition.citation.clause, depth: depth),
        basis: depth == 0 ? basis : basis.throughFallback,
        reason: ClassReason(
          cause: .definition, policy: chain[depth].id, basis: basis,
          words: definition.citation.words.joined(separator: ", "), namedAt: namedAt)),
      depth: depth)
  }

  private func clause(_ id: String, depth: Int) -> String {
    depth == 0 ? id : "\(chain[depth].id):\(id)"
  }
}
