package import Findings

/// `data-map.html`: one page that opens without a network, for the data protection officer.
///
/// The data stand in two blocks of JSON that no browser runs: the sources, written as they come, and
/// the run with its dictionaries at the end. Nothing here grows with the number of rows but the file.
/// The page's own files are in `DataMap/page`; a policy in its head lets run these and nothing else.
package struct DataMapHTML: ReportFormat {
  private let run: RunDescription
  private var sources: PageSources
  private var isFirst = true

  package init(run: RunDescription) {
    self.run = run
    sources = PageSources(run: run)
  }

  package mutating func begin(_ output: BufferedOutput) throws(OutputError) {
    output.bytes += Array(DataMapPage.opening.description.utf8)
    output.bytes += Array(#"<script type="application/json" id="sources">["#.utf8)
    try output.drain()
  }

  package mutating func add(
    _ source: SourceReport, to output: BufferedOutput
  ) throws(OutputError) {
    guard let encoded = sources.encoded(source) else { return }
    if !isFirst { output.bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    output.bytes.append(UInt8(ascii: "\n"))
    ScriptText.append(encoded, to: &output.bytes)
    try output.drain()
  }

  package mutating func end(
    _ totals: RunTotals, _ outcome: RunOutcome, to output: BufferedOutput
  ) throws(OutputError) {
    output.bytes += Array("\n]</script>\n<script type=\"application/json\" id=\"run\">\n".utf8)
    ScriptText.append(
      PageRun(run: run, sources: sources).encoded(totals, outcome), to: &output.bytes)
    output.bytes += Array("</script>\n".utf8)
    output.bytes += Array(DataMapPage.closing.description.utf8)
    try output.drain()
  }
}

extension Report {
  static let dataMapHTML = Report(fileName: "data-map.html", formatOption: nil) { run, _ in
    DataMapHTML(run: run)
  }
}
