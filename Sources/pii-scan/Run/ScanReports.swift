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

  init(_ reports: ReportSet, judge: Judge, types: [TypeInfo]) {
    self.reports = reports
    self.judge = judge
    self.types = types
  }

  func write(findings bytes: [UInt8]) throws(OutputError) {
    try reports.write(findings: bytes)
  }

  func finished(_ report: SourceReport) throws(OutputError) {
    for (key, tally) in report.tally.fields {
      counts.add(tally, type: Int(key.type), role: report.tally.role(of: key), judge: judge)
    }
    try reports.finished(report)
  }
}
