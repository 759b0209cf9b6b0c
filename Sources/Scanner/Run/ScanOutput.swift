package import Findings

/// Where a scan's results go: findings as encoded lines, and each source when it is done.
package protocol ScanOutput: SourceReportSink {
  /// Encoded findings, in path and offset order. Called from one thread at a time.
  func write(findings bytes: [UInt8]) throws(OutputError)
}
