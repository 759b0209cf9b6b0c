/// A report the program can write: its name, and how it is made.
///
/// To add one, write `Formats/<Name>.swift` and add a line to `all` (a test compares the list with
/// the folder).
package struct Report: Sendable {
  /// The file in the report directory; nil for what goes to standard output only.
  package let fileName: String?
  /// The word after `--format` that puts it on standard output; nil for a file only.
  package let formatOption: String?
  /// Whether it consists of the lines that a `FindingEncoder` makes.
  package let carriesFindings: Bool
  /// Makes it for a run.
  package let make: @Sendable (RunDescription, Display) -> any ReportFormat

  /// In the order in which they are written. The summary is last: whoever sees a new one sees a
  /// whole set.
  package static let all: [Report] = [
    findingsJSONLines, inventoryCSV, minorsCSV, coverageCSV, declaredCSV, dataMapHTML, stateBinary,
    terminalSummary, summaryJSON,
  ]

  init(
    fileName: String?, formatOption: String?, carriesFindings: Bool = false,
    make: @escaping @Sendable (RunDescription, Display) -> any ReportFormat
  ) {
    self.fileName = fileName
    self.formatOption = formatOption
    self.carriesFindings = carriesFindings
    self.make = make
  }
}
