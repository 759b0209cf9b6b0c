package import Findings

/// Reads a format that is no text, in any order of its bytes: a database file.
///
/// As `FormatReader`, but it is given the bytes as stored rather than a window of text, and has no
/// offsets to tell: its locator gives the place of a finding within its value, without a line.
package protocol FileReader: Sendable {
  /// Reads `file` and pushes what it finds.
  ///
  /// It sets the sink's locator, stops soon after `sink.isCancelled`, and reports with `sink.gap`
  /// what it cannot make sense of.
  func read(_ file: StoredFile, into sink: any RecordSink)
}
