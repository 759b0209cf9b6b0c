package import Findings

/// `coverage.csv`: a row for every source that was seen, read or not.
///
/// `reason` is the gravest gap, blank where everything was read; its effect on the exit status is
/// fixed (`GapReason.makesIncomplete`). `records` counts those of tables, 0 for plain text. `persons` are
/// the distinct persons of the source, between `persons_lower` and `persons_upper`.
package struct CoverageCSV: ReportFormat {
  private let identifiers: [Identifier?]
  private var cells = CSVCells()

  package init(run: RunDescription) { identifiers = run.identifiers }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    output.bytes += CSVCells.byteOrderMark
    for name in [
      "path", "member", "status", "reason", "format", "encoding", "bytes", "bytes_scanned",
      "records", "persons", "persons_lower", "persons_upper",
    ] {
      cells.text(name, to: &output.bytes)
    }
    cells.endRow(&output.bytes)
  }

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {
    let coverage = source.coverage
    cells.text(source.identity.path, to: &output.bytes)
    cells.text(source.identity.member ?? "", to: &output.bytes)
    cells.text(coverage.status.name, to: &output.bytes)
    cells.text(coverage.reason?.name ?? "", to: &output.bytes)
    cells.text(coverage.format, to: &output.bytes)
    cells.text(coverage.encoding, to: &output.bytes)
    cells.number(coverage.bytes, to: &output.bytes)
    cells.number(coverage.bytesScanned, to: &output.bytes)
    cells.number(coverage.records, to: &output.bytes)
    let persons = source.tally.personSets(in: source.tally.fields.keys, identifiers).count
    cells.plain(CountText.of(persons), to: &output.bytes)
    cells.number(persons.lower, to: &output.bytes)
    cells.number(persons.upper, to: &output.bytes)
    cells.endRow(&output.bytes)
    try output.drain()
  }
}

extension Report {
  static let coverageCSV = Report(fileName: "coverage.csv", formatOption: nil) { run, _ in
    CoverageCSV(run: run)
  }
}
