import Findings

/// A table of a database file, as the schema has it.
struct SQLiteTable {
  let name: String
  /// Columns that have values, generated ones among them.
  private(set) var columns: [ColumnShape] = []
  /// What the columns of the text behind a full-text table are called there; by their numbers.
  private var fullTextNames: [Int: String] = [:]

  /// Asks the database for the columns of the table.
  ///
  /// - Parameter sql: the text of `CREATE TABLE`.
  /// - Throws: what the database says; `malformed` where it knows of no such table, since its line in the
  ///   schema makes no sense.
  init(name: String, sql: String, in connection: SQLiteConnection) throws(SQLiteFailure) {
    self.name = name
    let count = sql.lowercased().contains("autoincrement")
    let comments = SQLiteSchemaText(sql).comments
    let rows = try connection.statement(
      "PRAGMA main.table_xinfo(\(SQLiteConnection.quoted(name)))")
    // cid, name, type, notnull, dflt_value, pk, hidden (sqlite.org/pragma.html#pragma_table_xinfo)
    while try rows.step() {
      columns.append(
        ColumnShape(
          name: rows.string(1), comment: comments[columns.count] ?? "",
          declaredType: rows.string(2),
          isCounter: count && rows.integer(5) == 1))
    }
    guard !columns.isEmpty else { throw .malformed }
  }

  /// As reports print it.
  var shape: TableShape {
    var shape = TableShape(name: name, columns: columns)
    for (column, name) in fullTextNames { shape.columns[column].name = name }
    return shape
  }

  /// Names the columns `c0`, `c1` (FTS5) or `c0title` (FTS3, FTS4) as the full-text table `sql` does, of
  /// whose text this is the table.
  mutating func takeNames(ofFullTextTable sql: String) {
    let names = SQLiteSchemaText(sql).fullTextColumns
    for (column, shape) in columns.enumerated() where shape.name.first == "c" {
      let digits = shape.name.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if let number = Int(digits), number < names.count { fullTextNames[column] = names[number] }
    }
  }

  /// A name of the row number that no column has taken.
  var rowNumber: String? {
    let taken = Set(columns.map { $0.name.lowercased() })
    return ["rowid", "_rowid_", "oid"].first { !taken.contains($0) }
  }

  /// All columns, as a statement names them.
  var columnList: String {
    columns.map { SQLiteConnection.quoted($0.name) }.joined(separator: ", ")
  }
}
