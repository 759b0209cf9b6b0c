package import Policies

/// How a run ended, which only the command knows.
package struct RunOutcome: Sendable {
  /// Ctrl-C or the like: what was finished is written and marked incomplete.
  package var isInterrupted: Bool
  /// Of an audit; nil for a scan.
  package var verdict: AuditVerdict?

  package init(isInterrupted: Bool = false, verdict: AuditVerdict? = nil) {
    self.isInterrupted = isInterrupted
    self.verdict = verdict
  }
}
