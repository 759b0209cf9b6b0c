package import Findings

/// Reads one format: cuts text into records and fields, or passes it on as it is.
///
/// A value that holds what was recognised (a delimiter, the header); the state of a reading lives
/// in `read`, so that several workers may use one.
package protocol FormatReader: Sendable {
  /// The text must be decoded as `TextDecoder` tells of dumps of MySQL.
  var hasEscapedBytes: Bool { get }

  /// Reads `buffer` to its end and pushes what it finds, each push announced to the buffer.
  ///
  /// It sets the sink's locator, stops soon after `sink.isCancelled`, and reports with `sink.gap`
  /// what it cannot make sense of. Gaps of the buffer itself are not its business.
  func read(_ buffer: TextBuffer, into sink: any RecordSink)
}

extension FormatReader {
  package var hasEscapedBytes: Bool { false }
}
