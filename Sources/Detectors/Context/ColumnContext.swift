package import Findings

/// What the name, comment and declared type of a column say of its values, worked out once per
/// column.
package final class ColumnContext: Sendable {
  /// Per rule: the evidence that the name or comment gives its hits, or nil.
  let evidence: [Evidence?]
  /// The forms that a label tells alone and that the name speaks for.
  let labelledForms: ContiguousArray<Int>
  /// Per rule: the evidence of the declared type.
  let declared: [Evidence?]
  /// The type that the name or comment tells where the values cannot.
  let named: NamedType?
  /// The rules that the name speaks for, the one it speaks for most first, where their values may be masked
  /// or hashed.
  let concealable: [Int]
  package let role: Role
  /// What the addresses of the column are for.
  let kind: Kind

  package init(_ column: ColumnShape, in ruleSet: RuleSet) {
    let reader = ColumnNameReader(ruleSet.terms, ruleSet.columnWords)
    let readings = ColumnReadings(column, by: reader)
    let rules = ruleSet.rules.indices
    evidence = rules.map { readings.evidence(forRule: $0, ruleSet) }
    let said = evidence
    concealable = ruleSet.concealable.enumerated().filter { (said[$1]?.decibans ?? 0) > 0 }
      .sorted { a, b in
        let (first, second) = (said[a.element]?.decibans ?? 0, said[b.element]?.decibans ?? 0)
        return (second, a.offset) < (first, b.offset)
      }.map(\.element)
    // What the server counts is nobody's account.
    named = column.isCounter ? nil : readings.namedType(ruleSet)
    declared = rules.map { rule in
      DeclaredTypeEvidence(column, for: ruleSet.rules[rule]).map {
        Evidence(name: ruleSet.declaredTypeNames[$0] ?? 0, decibans: Int16($0.decibans))
      }
    }
    let isGuardians = readings.nameGuardian || Self.holdsGuardian(column, ruleSet)
    role = isGuardians ? .guardian : .subject
    labelledForms = ContiguousArray(
      ruleSet.forms.indices.filter { index in
        let form = ruleSet.forms[index]
        return form.form.prefilter == .labelledWord && (said[form.rule]?.decibans ?? 0) > 0
      })
    kind = ruleSet.places?.kind(ofColumn: column) ?? .none
  }

  /// What the name is worth to a rule, in decibans.
  package func nameDecibans(ofRule rule: Int) -> Int { Int(evidence[rule]?.decibans ?? 0) }

  /// Whether any word of the name or comment names a guardian.
  private static func holdsGuardian(_ column: ColumnShape, _ ruleSet: RuleSet) -> Bool {
    guard let guardian = ruleSet.guardianKind else { return false }
    for text in [column.name, column.comment] {
      let bytes = Array(text.utf8)
      if NameReader.contains(kind: guardian, in: ruleSet.terms, bytes.span) { return true }
    }
    return false
  }
}
