import Findings

/// Rows of one table, cut off a dump.
struct SQLBlock: RecordBlock {
  enum Rows {
    /// The block begins before a row of an INSERT whose head, and that of the statements after it, is
    /// `head`.
    case inserts(head: [UInt8])
    /// Lines of a COPY.
    case copy(isWide: Bool)
  }

  let bytes: [UInt8]
  let start: Location
  let dialect: SQLDialect
  /// Nil for a table without a name.
  let table: TableShape?
  let columns: SQLColumnMap
  let rows: Rows

  var byteOffset: UInt64 { start.byteOffset }

  func read(into sink: any RecordSink) -> BlockOutcome {
    let buffer = TextBuffer(source: BytesSource(bytes), encoding: .utf8, start: start)
    sink.locator = buffer
    SQLDumpRun(SQLCursor(buffer, dialect: dialect, into: sink)).read(self)
    return BlockOutcome(gaps: [buffer.gap].compactMap { $0 })
  }
}
