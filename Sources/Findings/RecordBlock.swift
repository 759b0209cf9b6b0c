/// A stretch of a source that was cut off at a border of records, to be read on its own by any worker.
///
/// It holds its bytes and all that must be known to read them, and is read once.
package protocol RecordBlock: Sendable {
  /// Where it begins in the source, in bytes.
  var byteOffset: UInt64 { get }

  /// Reads it and pushes what it holds into `sink`, as the reader that cut it off would have done.
  ///
  /// - Returns: line feeds that the places in it do not count yet: those of the blocks before are added
  ///   to them. 0 where places are told from the start of the source.
  func read(into sink: any RecordSink) -> BlockOutcome
}

/// What came of reading a block.
package struct BlockOutcome: Sendable {
  /// See `RecordBlock.read`.
  package var lines: UInt64
  /// The word for the encoding that its text was read in, where that was decided anew.
  package var encoding: String?
  /// What could not be read, beside what was told the sink.
  package var gaps: [Gap]

  package init(lines: UInt64 = 0, encoding: String? = nil, gaps: [Gap] = []) {
    self.lines = lines
    self.encoding = encoding
    self.gaps = gaps
  }
}
