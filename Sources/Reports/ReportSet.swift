package import Findings

/// All reports of a run: takes what the scanner hands over, and brings it to every file and to
/// standard output.
///
/// One thread at a time; the scanner's ledger calls it. Use: `begin`, then `write(findings:)` and
/// `finished` in path order, then `finish`; or `abandon` where any of them throws.
package final class ReportSet: SourceReportSink {
  private struct Part {
    let report: Report
    var format: any ReportFormat
    let output: BufferedOutput
    let file: ReportFile?
  }

  /// Encodes findings for `write(findings:)`; nil where no report wants them, so that the scanner
  /// can save itself the work.
  package let encoder: FindingsJSONLines?
  /// The counts so far.
  package private(set) var totals: RunTotals

  private var parts: [Part] = []
  private let directory: ReportDirectory?
  private var loose: [LooseFile] = []

  /// Opens the files and begins the reports.
  ///
  /// - Parameters:
  ///   - directory: nil without `--report`.
  ///   - format: the word of `--format`; nothing goes to standard output if no report has it.
  ///   - earlier: the inventory of `--update`.
  ///   - record: the files of `--ropa`.
  package init(
    run: RunDescription, display: Display, directory: ReportDirectory?,
    standardOutput: StandardOutput?, format: String, earlier: EarlierInventory? = nil,
    record: RecordFiles? = nil
  ) throws(OutputError) {
    self.directory = directory
    totals = RunTotals(run: run)
    for report in Report.all {
      var destinations: [any ByteOutput] = []
      var file: ReportFile?
      if let directory, let fileName = report.fileName {
        let opened = try directory.open(fileName)
        file = opened
        destinations.append(opened)
      }
      if let standardOutput, report.formatOption == format { destinations.append(standardOutput) }
      if destinations.isEmpty { continue }
      parts.append(
        Part(
          report: report, format: report.make(run, display), output: BufferedOutput(destinations),
          file: file))
    }
    encoder = parts.lazy.compactMap { $0.format as? FindingsJSONLines }.first
    for i in parts.indices {
      if let earlier { parts[i].format.update(earlier) }
      try parts[i].format.begin(parts[i].output)
    }
    if let record {
      var sheet = Report.record.make(run, display)
      if let earlier = record.earlier { sheet.update(earlier) }
      try add(.record, sheet, record.sheet)
      if let assessment = record.assessment {
        try add(.assessment, Report.assessment.make(run, display), assessment)
      }
    }
  }

  private func add(
    _ report: Report, _ format: any ReportFormat, _ file: LooseFile
  ) throws(OutputError) {
    var format = format
    let output = BufferedOutput([file.file])
    try format.begin(output)
    parts.append(Part(report: report, format: format, output: output, file: file.file))
    loose.append(file)
  }

  /// Writes lines that `encoder` made, in path and offset order.
  package func write(findings bytes: [UInt8]) throws(OutputError) {
    if bytes.isEmpty { return }
    for i in parts.indices {
      parts[i].format.wrote(findings: bytes.count)
      if parts[i].report.carriesFindings { try parts[i].output.append(bytes) }
    }
  }

  package func finished(_ report: SourceReport) throws(OutputError) {
    totals.add(report)
    for i in parts.indices { try parts[i].format.add(report, to: parts[i].output) }
  }

  /// Ends every report and gives the files their names. After an interruption too: what was finished
  /// is then written and marked incomplete.
  package func finish(_ outcome: RunOutcome) throws(OutputError) {
    for i in parts.indices {
      try parts[i].format.end(totals, outcome, to: parts[i].output)
      try parts[i].output.flush()
      try parts[i].file?.close()
    }
    for file in loose { try file.publish() }
    try directory?.publish()
  }

  /// Removes what was begun; older reports stay as they are. Nothing to do after `finish`.
  package func abandon() {
    parts = []
    loose = []
    directory?.abandon()
  }
}
