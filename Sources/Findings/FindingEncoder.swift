/// Encodes findings as lines of a report: the border between the scanner and a format.
///
/// The scanner calls it in path and offset order, one batch at a time, and writes what it appends.
package protocol FindingEncoder: Sendable {
  /// Appends one line to `out` for each of the findings of `batch` that stand in `range`.
  func encode(
    _ batch: borrowing FindingBatch, _ range: Range<Int>, of part: PartContext,
    into out: inout [UInt8])
}

/// What an encoder needs to know of the part a batch was found in.
package struct PartContext: Sendable {
  package var source: SourceIdentity
  /// The tables of the source met so far, indexed by `FindingRecord.table`.
  package var tables: [SourceTally.Table]
  /// Lines of the parts before this one: added to `FindingRecord.line`.
  package var lineBase: UInt64
  /// Records of the parts before this one, per table: added to `FindingRecord.record`.
  package var recordBases: [UInt64]

  package init(
    source: SourceIdentity, tables: [SourceTally.Table], lineBase: UInt64, recordBases: [UInt64]
  ) {
    self.source = source
    self.tables = tables
    self.lineBase = lineBase
    self.recordBases = recordBases
  }
}
