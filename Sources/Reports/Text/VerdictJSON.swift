import Policies

/// The member `verdict` of `summary.json`: null for a scan.
enum VerdictJSON {
  static func append(_ verdict: AuditVerdict?, to document: inout JSONDocument) {
    guard let verdict else {
      document.text("verdict", nil as String?)
      return
    }
    document.object("verdict") {
      $0.text("outcome", verdict.outcome.name)
      $0.boolean("incomplete", verdict.isIncomplete)
      $0.array("limits") {
        for check in verdict.checks {
          $0.object { append(check, to: &$0) }
        }
      }
    }
  }

  private static func append(_ check: AuditVerdict.Check, to document: inout JSONDocument) {
    document.text("of", LimitName.of(check.item.limit.subject))
    document.number("most", check.item.limit.most)
    document.number("found", check.count.upperBound)
    document.number("found_at_least", check.count.lowerBound)
    document.boolean("breached", check.isBreached)
    document.text("origin", LimitName.of(check.item.origin))
  }
}
