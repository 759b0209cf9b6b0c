package import Findings

/// Reads a SQL dump: the rows of its tables as records with table and column, all else as text.
///
/// It is one pass over a window and holds no statement, row or value: a single INSERT of any length
/// takes the same memory. Names, types and comments of CREATE TABLE and COMMENT ON become table
/// shapes; rows of INSERT … VALUES and COPY … FROM stdin become records; NULL, DEFAULT and empty
/// strings are absent. Comments, other statements, bodies of views and routines, and CREATE TABLE
/// itself are pushed as text too, so that what people write there is not passed over. The frame of
/// rows (`INSERT INTO t (a, b) VALUES`) is not: it holds names only, which the shape has.
///
/// INSERT … SELECT and INSERT … SET are text. A comment within a row is pushed as a value of the
/// column it stands at. Of an expression that calls a function, the text as written is the value;
/// of a cast, or of a function that only converts (`TO_DATE('…', '…')`), its first string.
/// `0x…` and `X'…'` are the text they spell in UTF-8, or else their digits.
///
/// A dump that is cut, or does not say at its end that it is complete although it began as one that
/// would, gives one `truncated` gap; where reading had to take hold again, a `malformed` one.
package struct SQLDumpReader: FormatReader {
  private let dialect: SQLDialect

  package init(_ dialect: SQLDialect) {
    self.dialect = dialect
  }

  /// The dialect of a text that begins with `head`, or nil if it is no dump.
  ///
  /// - Parameter fileExtension: in lower case, empty if there is none.
  package static func recognise(head: Span<UInt8>, fileExtension: String = "") -> SQLDialect? {
    SQLRecognition.dialect(head: head, fileExtension: fileExtension)
  }

  package var hasEscapedBytes: Bool { dialect.escapes == .mysql }

  package func read(_ buffer: TextBuffer, into sink: any RecordSink) {
    sink.locator = buffer
    SQLDumpRun(SQLCursor(buffer, dialect: dialect, into: sink)).read()
  }
}

extension InputFormat {
  /// What `mysqldump` and `mariadb-dump` write.
  package static let mysqldump = InputFormat(
    name: "mysqldump", isSplittable: false, reader: sqlReader(.mysqldump))
  /// What `pg_dump` and `pg_dumpall` write as plain text.
  package static let pgDump = InputFormat(
    name: "pg_dump", isSplittable: false, reader: sqlReader(.pgDump))
  /// SQL statements from anywhere else.
  package static let sql = InputFormat(
    name: "sql", isSplittable: false, reader: sqlReader(.standard))

  /// Takes the dumps whose dialect goes by the format of `kin`.
  private static func sqlReader(
    _ kin: SQLDialect
  ) -> @Sendable (HeadSample) -> (any FormatReader)? {
    { sample in
      let dialect = SQLDumpReader.recognise(
        head: sample.text.span, fileExtension: sample.fileExtension)
      guard let dialect, dialect.formatID == kin.formatID else { return nil }
      return SQLDumpReader(dialect)
    }
  }
}
