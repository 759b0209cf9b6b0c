/// Where a reader pushes what it reads: the border between `Inputs` and the finder.
///
/// The order of calls is
/// `begin (table record* | text)* end`, where a record is `beginRecord field* endRecord`.
/// Spans are UTF-8 (decoded, escapes undone; invalid bytes may remain) and live for the call only.
/// Every call that may be followed by a question uses `locator` for it before it returns.
package protocol RecordSink: AnyObject {
  /// The reader of the source; set by the reader before its first push.
  var locator: (any Locator)? { get set }

  /// The records that follow belong to this table. Called again whenever the table changes; a name
  /// met before in this source means the same table, whose columns may now be known better.
  func table(_ shape: TableShape)

  /// A comment met after the table was announced (`COMMENT ON COLUMN t.c`); `column` nil for the
  /// table itself.
  func comment(_ text: String, table: String, column: String?)

  func beginRecord()

  /// One value of the current record. Absent (NULL) values are not pushed, only counted by
  /// `absent`.
  ///
  /// - Parameters:
  ///   - text: the value, or a piece of one that is longer than the reader's buffer.
  ///   - core: the range of `text` whose matches belong to this call; the rest is context that
  ///     was, or will be, pushed as another piece's core. The whole of `text` for a whole value.
  ///   - column: 0-based index into the table's columns (beyond them for ragged rows).
  ///   - isWhole: false for a piece.
  func field(_ text: Span<UInt8>, core: Range<Int>, column: Int, isWhole: Bool)

  /// A value of the current record that is NULL.
  func absent(column: Int)

  func endRecord()

  /// Text outside tables, usually many lines at once. Each line is a record of its own.
  /// `core` as for `field`; a reader ends `core` at a line break unless the line is longer than its
  /// buffer.
  func text(_ text: Span<UInt8>, core: Range<Int>)

  /// Something that could not be read. The reader goes on if it can.
  func gap(_ gap: Gap)

  /// The run was interrupted; the reader stops at the next border.
  var isCancelled: Bool { get }

  /// Records of the current table, or text outside of tables, may be handed over in blocks from here
  /// on. Asked between records. A reader may ignore it and go on reading itself.
  var takesBlocks: Bool { get }

  /// How large they are to be.
  var blockLimits: BlockLimits { get }

  /// Takes over a block of the current table's records, or of text; what is pushed next follows it.
  /// Called only where `takesBlocks`. It may return late: when the block was read.
  func handOver(_ block: any RecordBlock)
}

extension RecordSink {
  package var takesBlocks: Bool { false }

  package var blockLimits: BlockLimits { .standard }

  package func handOver(_ block: any RecordBlock) {
    preconditionFailure("a sink that takes no blocks was handed one")
  }
}
