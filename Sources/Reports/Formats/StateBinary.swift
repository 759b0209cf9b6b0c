package import Findings

/// `state.bin`: what `merge` needs of a report, source by source: counts, sets of fingerprints, sketches.
///
/// It holds no value and no name that is not printed, but fingerprints: under a key file they link persons.
package struct StateBinary: ReportFormat {
  private let run: RunDescription
  private var encoder = StateEncoder()
  /// Bytes of lines that were written of the source that is under way.
  private var lineBytes = 0

  package init(run: RunDescription) { self.run = run }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    output.bytes += StateFile.signature
    RunState(run).encode(into: &encoder)
    close(.run, output)
  }

  package mutating func wrote(findings byteCount: Int) { lineBytes += byteCount }

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {
    encoder.number(lineBytes)
    source.encode(into: &encoder)
    close(.source, output)
    lineBytes = 0
    try output.drain()
  }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    encoder.flag(outcome.isInterrupted)
    close(.end, output)
    try output.drain()
  }

  private mutating func close(_ section: StateFile.Section, _ output: BufferedOutput) {
    StateFile.append(section, encoder.bytes, to: &output.bytes)
    encoder.removeAll()
  }
}

extension Report {
  static let stateBinary = Report(fileName: StateFile.name, formatOption: nil) { run, _ in
    StateBinary(run: run)
  }
}
