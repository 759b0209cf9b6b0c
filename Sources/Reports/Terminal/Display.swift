/// What the summary on the terminal needs to know of the terminal.
package struct Display: Sendable {
  /// Whether to use the sixteen colours (`--color`, decided by the command).
  package var useColor: Bool
  /// Columns to fill, at least 72; 80 where it is not known.
  package var widthInColumns: Int
  /// The report directory as given, to say where to look next.
  package var reportDirectory: String?

  package init(useColor: Bool, widthInColumns: Int = 80, reportDirectory: String? = nil) {
    self.useColor = useColor
    self.widthInColumns = max(72, widthInColumns)
    self.reportDirectory = reportDirectory
  }
}
