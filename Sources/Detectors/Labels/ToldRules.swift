import Findings

/// The rules of types that are told by labels, found by the label's term.
struct ToldRules: Sendable {
  /// What a label tells.
  struct Rule: Equatable, Sendable {
    /// Index of the rule.
    let rule: Int
    let type: ToldValues.TypeKey
    /// Bytes of the label.
    let termInBytes: Int
  }

  let values: ToldValues
  /// Per term: what it tells as a label, nil for most.
  private let rules: [Rule?]
  /// The evidence that a value is one its type has.
  let valueName: UInt16

  /// A label with a colon: most texts behind one are its value, and many are an instruction or the next
  /// label. Possible.
  static let labelDecibans = 4
  /// A value that the type has: with the label, likely; never more by a label alone.
  static let valueDecibans = 8

  /// - Parameter values: those of the rules without forms.
  init(
    _ allRules: [Detectors.Rule], _ terms: ContextTerms, _ values: ToldValues, valueName: UInt16
  ) {
    self.valueName = valueName
    self.values = values
    var byKind: [TypeID: (Int, ToldValues.TypeKey)] = [:]
    for (index, rule) in allRules.enumerated() where rule.forms.isEmpty {
      guard let key = values.key(ofType: rule.id.rawValue) else { continue }
      for kind in rule.context.kinds { byKind[kind] = (index, key) }
    }
    let ofKind = terms.kinds.map { byKind[$0] }
    rules = terms.terms.indices.map { term in
      guard !byKind.isEmpty else { return nil }
      let entries = terms.entries(ofTerm: term)
      guard !entries.contains(where: { terms.namesNumber[Int($0.kind)] }) else { return nil }
      for entry in entries where entry.isStrong {
        guard let (rule, type) = ofKind[Int(entry.kind)] else { continue }
        return Rule(rule: rule, type: type, termInBytes: terms.terms[term].utf8.count)
      }
      return nil
    }
  }

  var isEmpty: Bool { rules.allSatisfy { $0 == nil } }

  func rule(ofTerm term: Int) -> Rule? { rules[term] }
}
