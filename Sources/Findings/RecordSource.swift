/// A source that is no file and gives its records itself: a table of a live database.
///
/// It is read once, by one worker.
package protocol RecordSource: AnyObject {
  /// Where the records come from, as reports name it; UTF-8.
  var path: [UInt8] { get }
  /// What of it this source is (`schema.table`); nil for the whole.
  var member: String? { get }
  /// The word of `coverage.csv`.
  var format: String { get }

  /// Pushes the records into `sink`, in order. What could not be read is in the outcome, never
  /// thrown.
  func read(into sink: any RecordSink) -> RecordOutcome
}

/// What came of reading a `RecordSource`.
package struct RecordOutcome: Sendable {
  /// Bytes of the values that were pushed.
  package var bytesRead: UInt64
  /// The size of the source where it states one and was not read whole, else what was read.
  package var sizeInBytes: UInt64
  /// What could not be read.
  package var gaps: [Gap]

  package init(bytesRead: UInt64 = 0, sizeInBytes: UInt64 = 0, gaps: [Gap] = []) {
    self.bytesRead = bytesRead
    self.sizeInBytes = max(sizeInBytes, bytesRead)
    self.gaps = gaps
  }
}
