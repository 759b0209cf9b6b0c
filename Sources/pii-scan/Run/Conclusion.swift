import ArgumentParser
import Findings
import Policies
import Reports

/// From what a run counted to the ends of its reports, its verdict and its exit status.
struct Conclusion {
  /// The user's limits of an audit; nil for a scan.
  let limits: [Limit]?
  let judge: Judge

  /// Ends the reports; gives the exit status of the contract.
  func end(
    _ reports: ReportSet, _ output: ScanReports, isInterrupted: Bool
  ) throws(OutputError) -> Int32 {
    let isIncomplete = isInterrupted || !reports.totals.isComplete
    let verdict = limits.map { user in
      AuditVerdict(
        counts: output.counts, types: output.types,
        limits: Limits.chosen(user: user, policy: judge.policies[0]), isIncomplete: isIncomplete)
    }
    try reports.finish(RunOutcome(isInterrupted: isInterrupted, verdict: verdict))
    if isInterrupted { return ExitStatus.interrupted.rawValue }
    switch verdict?.outcome {
    case .fail: return ExitStatus.auditFailed.rawValue
    case .incomplete: return ExitStatus.incomplete.rawValue
    case .pass: return 0
    case nil: return isIncomplete ? ExitStatus.incomplete.rawValue : 0
    }
  }
}
