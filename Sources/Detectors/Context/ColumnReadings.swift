import Findings

/// The readings of a column's name and comment, and of what stands in brackets behind them.
struct ColumnReadings {
  let name: ColumnNameReader.Reading
  let comment: ColumnNameReader.Reading

  init(_ column: ColumnShape, by reader: ColumnNameReader) {
    let head = ColumnName(column.name)
    let reading = reader.reading(of: head)
    // 联系方式（手机）: where a header itself says nothing, its brackets may.
    name =
      reading.terms.isEmpty && !head.aside.isEmpty
      ? reader.reading(of: ColumnName(head.aside)) : reading
    comment = reader.reading(of: ColumnName(comment: column.comment))
  }

  var nameGuardian: Bool { name.namesGuardian || comment.namesGuardian }

  /// What name and comment are worth to a rule. The name decides; where it says nothing of a type
  /// (`f3`, `code`) the comment does, and of two words for a type the stronger counts.
  func evidence(forRule rule: Int, _ ruleSet: RuleSet) -> Evidence? {
    let named = ruleSet.evidence(of: name, forRule: rule)
    let said = ruleSet.evidence(of: comment, forRule: rule)
    guard let named, let said else { return named ?? said }
    if named.decibans < 0 {
      // `code` and `no` say only that it is a number; the comment knows which.
      let isFirm = Int(named.decibans) <= ruleSet.weights[.columnAgainst, ofRule: rule]
      return isFirm ? named : said
    }
    return said.decibans > named.decibans ? said : named
  }

  /// The type that the name tells, else the comment, where no rule tells it by its values.
  func namedType(_ ruleSet: RuleSet) -> NamedType? {
    let byName = ruleSet.typeTold(by: name, .name)
    if byName.isSettled { return byName.type }
    let byComment = ruleSet.typeTold(by: comment, .comment)
    if let told = byComment.type, told.isStrong || byName.type == nil { return told }
    return byName.type
  }
}
