import Findings
import Policies
import Reports
import Scanner

/// The output of a run: the reports, and the counts an audit judges by.
final class ScanReports: ScanOutput {
  private let reports: ReportSet
  private let judge: Judge
  let types: [TypeInfo]
  private(set) var counts = AuditCounts()
  /// Called for every source of which something that counts was not read.
  private let onGap: (SourceReport, GapReason) -> Void
  /// Called when nobody reads the output any more.
  private let onReaderGone: () -> Void
  private let standardOutput: StandardOutput?

  init(
    _ reports: ReportSet, judge: Judge, types: [TypeInfo], standardOutput: StandardOutput?,
    onGap: @escaping (SourceReport, GapReason) -> Void, onReaderGone: @escaping () -> Void
  ) {
    self.reports = reports
    self.judge = judge
    self.types = types
    self.standardOutput = standardOutput
    self.onGap = onGap
    self.onReaderGone = onReaderGone
  }

  func write(findings bytes: [UInt8]) throws(OutputError) {
    try reports.write(findings: bytes)
    if standardOutput?.readerIsGone == true { onReaderGone() }
  }

  func finished(_ report: SourceReport) throws(OutputError) {
    if let reason = report.coverage.reason, reason.makesIncomplete { onGap(report, reason) }
    for (key, tally) in report.tally.fields {
      counts.add(tally, type: Int(key.type), role: report.tally.role(of: key), judge: judge)
    }
    try reports.finished(report)
  }
}
