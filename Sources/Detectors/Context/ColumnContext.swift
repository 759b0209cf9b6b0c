package import Findings

/// What the name, comment and declared type of a column say of its values, worked out once per
/// column.
package final class ColumnContext: Sendable {
  /// Per rule: the evidence that the column gives its hits, or nil.
  let evidence: [Evidence?]
  /// The forms that a label tells alone and that the name speaks for.
  let labelledForms: ContiguousArray<Int>
  package let role: Role
  /// What the addresses of the column are for.
  let kind: Kind

  package init(_ column: ColumnShape, in ruleSet: RuleSet) {
    let names = Self.texts(of: column).map { text in
      NameReader.terms(in: ruleSet.terms, text.span, 0..<text.count)
    }
    // The name decides; where it says nothing of a type (`f3`, `col_2`) the comment does.
    evidence = ruleSet.rules.indices.map { rule in
      names.lazy.compactMap {
        ruleSet.evidence(ofTerms: $0, forRule: rule, inColumn: true)
      }.first
    }
    let said = evidence
    labelledForms = ContiguousArray(
      ruleSet.forms.indices.filter { index in
        let form = ruleSet.forms[index]
        return form.form.prefilter == .labelled && (said[form.rule]?.decibans ?? 0) > 0
      })
    role = Self.isGuardians(column, ruleSet) ? .guardian : .subject
    kind = ruleSet.places?.kind(ofColumn: column) ?? .none
  }

  /// What the name is worth to a rule, in decibans.
  package func nameDecibans(ofRule rule: Int) -> Int { Int(evidence[rule]?.decibans ?? 0) }

  private static func texts(of column: ColumnShape) -> [[UInt8]] {
    [Array(column.name.utf8), Array(firstPhrase(of: column.comment).utf8)]
  }

  /// A comment up to its first punctuation: `手机号（登录用）` is 手机号.
  private static func firstPhrase(of comment: String) -> String {
    String(comment.prefix { !"，,。；;（(：:、/".contains($0) }.trimmed())
  }

  /// Whether any word of the name or comment names a guardian.
  private static func isGuardians(_ column: ColumnShape, _ ruleSet: RuleSet) -> Bool {
    guard let guardian = ruleSet.guardianKind else { return false }
    for text in [column.name, column.comment] {
      let bytes = Array(text.utf8)
      if NameReader.contains(kind: guardian, in: ruleSet.terms, bytes.span) { return true }
    }
    return false
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate func trimmed() -> Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
