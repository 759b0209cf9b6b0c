import Findings

/// Reads the tables of one kind of server.
protocol TableReading: AnyObject {
  /// The word of `coverage.csv`.
  var format: String { get }
  /// The database as reports name it.
  var path: String { get }

  /// All tables that hold rows of their own, and what else holds data, in byte order of their names.
  func tables() throws(DatabaseError) -> [TableEntry]

  /// Reads a table, or a sample of it.
  ///
  /// - Parameter begun: is handed what pushes the rows, as soon as there is any.
  /// - Returns: whether all rows were read.
  func read(
    _ table: TableEntry, sampleSize: Int?, into sink: any RecordSink, begun: (RowPusher) -> Void
  ) throws(DatabaseError) -> TableCompleteness

  /// Ends the connection.
  func close()
}

/// A table as the catalogue of a server tells of it.
struct TableEntry {
  var schema: String
  var name: String
  var comment = ""
  /// What the server calls it by, where that is no name.
  var identifier: Int64 = 0
  /// The server's estimate; below 0 where it has none.
  var estimatedRows: Double = -1
  /// Bytes on the server's disk, as it last counted them.
  var sizeInBytes: UInt64 = 0
  /// Why it is not read.
  var gap: Gap?
  /// Row security hides rows from this user.
  var hidesRows = false
  /// The rows are those of other tables, by which they are read; its name and comments tell all the
  /// same.
  var isParent = false

  var fullName: String { schema.isEmpty ? name : schema + "." + name }
}

/// How much of a table was read.
struct TableCompleteness {
  /// All rows that there are, and are to be seen.
  var isWhole: Bool
  /// Every column.
  var hasAllColumns: Bool
}
