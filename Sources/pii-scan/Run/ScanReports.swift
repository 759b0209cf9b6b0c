import Findings
import Policies
import Reports
import Scanner

/// The output of a run: the reports, and the counts an audit judges by.
final class ScanReports: ScanOutput {
  private let reports: ReportSet
  private let judge: Judge
  let types: [TypeInfo]
  private var counted = AuditCounts()
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

  /// What an audit judges by.
  var counts: AuditCounts {
    var counts = counted
    let persons = reports.totals.persons
    counts.persons = persons.lower...persons.upper
    return counts
  }

  func write(findings bytes: [UInt8]) throws(OutputError) {
    try reports.write(findings: bytes)
    if standardOutput?.readerIsGone == true { onReaderGone() }
  }

  func finished(_ report: SourceReport) throws(OutputError) {
    if let reason = report.coverage.reason, reason.makesIncomplete { onGap(report, reason) }
    for (key, tally) in report.tally.fields {
      counted.add(tally, type: Int(key.type), role: report.tally.role(of: key), judge: judge)
    }
    try reports.finished(report)
  }
}
