/// Everything known of a source once it is done: a row of coverage and its rows of the inventory.
package struct SourceReport: Sendable {
  package var identity: SourceIdentity
  package var coverage: Coverage
  package var gaps: [Gap]
  /// Seconds since 1970-01-01 UTC; nil for standard input.
  package var modified: Int64?
  package var tally: SourceTally
  /// The place of its file among all that the run met, those of other shares counted; members of an archive
  /// have the archive's.
  package var number: UInt64

  package init(
    identity: SourceIdentity, coverage: Coverage, gaps: [Gap], modified: Int64?,
    tally: SourceTally, number: UInt64 = 0
  ) {
    self.identity = identity
    self.coverage = coverage
    self.gaps = gaps
    self.modified = modified
    self.tally = tally
    self.number = number
  }
}

/// Receives finished sources in path order. `Reports` conforms; the scanner calls it.
package protocol SourceReportSink: AnyObject {
  /// Called once per source, in byte order of paths, never concurrently.
  func finished(_ report: SourceReport) throws(OutputError)
}

/// A report or the standard output could not be written (exit status 74).
package struct OutputError: Error, Sendable {
  /// The file, or `<stdout>`.
  package let path: String
  package let errno: Int32

  package init(path: String, errno: Int32) {
    self.path = path
    self.errno = errno
  }
}
