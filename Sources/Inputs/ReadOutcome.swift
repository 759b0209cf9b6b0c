package import Findings

/// What came of reading a source, or a part of one.
package struct ReadOutcome: Sendable {
  /// Bytes of the source that were delivered to the reader, as stored.
  package var bytesRead: UInt64
  /// Line feeds in them: what the ledger adds to the line numbers of the next part.
  package var lines: UInt64
  /// The encoding the text was read in; nil where blocks of it were handed over and decide for themselves.
  package var encoding: TextEncoding?
  /// Sequences of bytes that stood for no character in `encoding` (not counted for UTF-8).
  package var invalidSequenceCount: UInt64
  /// What could not be read, beside what the reader reported to the sink: I/O errors, a file that
  /// changed or ended too early, an encoding that is not known.
  package var gaps: [Gap]
}
