/// How a file of separated values is written.
struct CSVDialect: Equatable, Sendable {
  /// The byte that ends a record; a carriage return before a line feed is no part of the value.
  enum RecordEnd: UInt8, Sendable {
    case lineFeed = 0x0A
    case carriageReturn = 0x0D
  }

  var delimiter: UInt8
  var recordEnd = RecordEnd.lineFeed
  /// A backslash before a quote or a backslash makes it a plain character (MySQL's
  /// `SELECT ... INTO OUTFILE` and many hand-made exports).
  var hasBackslashEscapes = false
  /// Names of the columns; empty names where there is no header.
  var columnNames: [String] = []
  /// Records (0-based, empty lines not counted) that are no data: the header and `sep=;`.
  var ignoredRecords: [Int] = []

  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
}
