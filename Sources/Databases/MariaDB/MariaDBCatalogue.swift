import Findings

/// What `information_schema` tells of the tables: those on which the user has any right at all.
struct MariaDBCatalogue {
  private static let mostTables = 200_000
  private static let systemSchemas = "'mysql','information_schema','performance_schema','sys'"
  /// Engines whose rows lie elsewhere.
  private static let foreignEngines: Set<String> = [
    "federated", "connect", "spider", "oqgraph", "s3",
  ]
  /// Engines that keep no rows of their own: what was written is gone, or is another table's.
  private static let emptyEngines: Set<String> = ["blackhole", "mrg_myisam"]
  /// Types whose values may be longer than a row of the server's.
  private static let longTexts: Set<String> = ["text", "mediumtext", "longtext", "json", "xmltype"]
  private static let longBytes: Set<String> = [
    "blob", "mediumblob", "longblob", "geometry", "point", "linestring", "polygon", "multipoint",
    "multilinestring", "multipolygon", "geometrycollection", "geomcollection", "vector",
  ]
  private static let wholeNumbers: Set<String> = [
    "tinyint", "smallint", "mediumint", "int", "bigint",
  ]

  private let connection: MariaDBConnection
  /// Empty for all schemas of users.
  private let database: String

  init(_ connection: MariaDBConnection, database: String) {
    self.connection = connection
    self.database = database
  }

  func tables() throws(DatabaseError) -> [TableEntry] {
    let schema =
      database.isEmpty
      ? "table_schema NOT IN (\(Self.systemSchemas))"
      : "table_schema = \(MariaDBSelect.literal(database))"
    var tables: [TableEntry] = []
    let statement = """
      SELECT table_schema, table_name, engine, table_rows, data_length, table_comment
      FROM information_schema.tables
      WHERE \(schema) AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
      LIMIT \(Self.mostTables + 1)
      """
    try connection.run(statement) { row in tables.append(Self.table(row)) }
    if tables.count > Self.mostTables {
      tables.removeLast()
      tables.append(TableEntry(schema: "", name: "", gap: Gap(.limit)))
    }
    return tables.sorted { $0.fullName.utf8.lexicographicallyPrecedes($1.fullName.utf8) }
  }

  private static func table(_ row: AnswerRow) -> TableEntry {
    var table = TableEntry(schema: row.text(0), name: row.text(1))
    table.estimatedRows = Double(row.text(3)) ?? -1
    table.sizeInBytes = UInt64(clamping: row.integer(4) ?? 0)
    let engine = row.text(2).lowercased()
    if row.isAbsent(2) {
      // The comment is then an error message.
      table.gap = Gap(.unreadable)
    } else {
      table.comment = row.text(5)
      if foreignEngines.contains(engine) { table.gap = Gap(.unsupportedData) }
      table.isParent = emptyEngines.contains(engine)
    }
    return table
  }

  /// The columns that may be read, and whether these are all.
  func columns(of table: TableEntry) throws(DatabaseError) -> ([ColumnPlan], areAll: Bool) {
    var columns: [ColumnPlan] = []
    var areAll = true
    let statement = """
      SELECT column_name, column_type, column_comment, extra, data_type, privileges
      FROM information_schema.columns WHERE \(Self.condition(table)) ORDER BY ordinal_position
      """
    try connection.run(statement) { row in
      guard row.text(5).lowercased().contains("select") else {
        areAll = false
        return
      }
      let shape = ColumnShape(
        name: row.text(0), comment: row.text(2), declaredType: row.text(1),
        isCounter: row.text(3).lowercased().contains("auto_increment"))
      columns.append(ColumnPlan(shape: shape, content: Self.content(row.text(4).lowercased())))
    }
    return (columns, areAll)
  }

  private static func content(_ type: String) -> ColumnPlan.Content {
    if longTexts.contains(type) { return .text }
    return longBytes.contains(type) ? .bytes : .short
  }

  /// The columns of the primary key, in order, and whether the first holds whole numbers.
  func primaryKey(
    of table: TableEntry
  ) throws(DatabaseError) -> (columns: [String], isNumber: Bool) {
    let rows = try connection.texts(
      """
      SELECT s.column_name, c.data_type FROM information_schema.statistics AS s
      JOIN information_schema.columns AS c ON c.table_schema = s.table_schema
        AND c.table_name = s.table_name AND c.column_name = s.column_name
      WHERE s.index_name = 'PRIMARY' AND \(Self.condition(table, of: "s."))
      ORDER BY s.seq_in_index
      """)
    let type = rows.first?.last?.lowercased() ?? ""
    return (rows.compactMap(\.first), Self.wholeNumbers.contains(type))
  }

  private static func condition(_ table: TableEntry, of alias: String = "") -> String {
    "\(alias)table_schema = \(MariaDBSelect.literal(table.schema)) "
      + "AND \(alias)table_name = \(MariaDBSelect.literal(table.name))"
  }
}
