package import Findings

/// One report: it is begun, told of each source as it is done, and ended with the totals.
///
/// Calls come one after another, sources in byte order of their paths. A format appends to
/// `output.bytes` and calls `output.drain()` after each row, so it holds no report whole. What a
/// format has no use for it leaves to the empty defaults.
package protocol ReportFormat {
  /// Before `begin`: an inventory of an earlier run is to be updated.
  mutating func update(_ earlier: EarlierInventory)
  mutating func begin(_ output: BufferedOutput) throws(OutputError)
  /// Lines of findings of the source that is under way were written, of so many bytes.
  mutating func wrote(findings byteCount: Int)
  mutating func add(_ source: SourceReport, to output: BufferedOutput) throws(OutputError)
  mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError)
}

extension ReportFormat {
  package mutating func update(_ earlier: EarlierInventory) {}

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {}

  package mutating func wrote(findings byteCount: Int) {}

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {}

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {}
}
