import Findings

/// What the catalogue of a PostgreSQL database tells of its tables.
///
/// No statement here takes a lock on a table, so that one that is being rewritten holds nothing up.
struct PostgresCatalogue {
  /// More tables than this are not listed.
  private static let mostTables = 200_000
  private let connection: PostgresConnection

  init(_ connection: PostgresConnection) {
    self.connection = connection
  }

  // MARK: - Tables

  func tables() throws(DatabaseError) -> [TableEntry] {
    var tables: [TableEntry] = []
    try connection.run(Self.tablesStatement(connection.serverVersion)) { row in
      tables.append(Self.table(row))
    }
    if tables.count > Self.mostTables {
      tables.removeLast()
      tables.append(TableEntry(schema: "", name: "", gap: Gap(.limit)))
    }
    if try hasLargeObjects() {
      tables.append(
        TableEntry(schema: "", name: "pg_largeobject", gap: Gap(.unsupportedData)))
    }
    return tables.sorted {
      $0.fullName.utf8.lexicographicallyPrecedes($1.fullName.utf8)
    }
  }

  /// Tables, materialised views, partitioned parents and foreign tables of the schemas of users.
  /// Partitions are tables of their own, as in a dump; views hold nothing.
  private static func tablesStatement(_ version: Int) -> String {
    let security = version >= 90_500 ? securityExpression : "'n'"
    return """
      SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltuples::float8,
        c.relpages::int8 * pg_catalog.current_setting('block_size')::int8,
        pg_catalog.obj_description(c.oid, 'pg_class'),
        pg_catalog.has_schema_privilege(n.oid, 'USAGE')
          AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT'),
        \(security), c.relispopulated
      FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm', 'f', 'p') AND c.relpersistence <> 't'
        AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      ORDER BY n.nspname, c.relname LIMIT \(mostTables + 1)
      """
  }

  /// `n` where every row is seen, `a` where policies hide some, `f` where these would run what somebody
  /// has written: a function or an operator of a user, or another table with whatever stands behind it.
  private static let securityExpression = """
    CASE WHEN NOT (c.relrowsecurity AND pg_catalog.row_security_active(c.oid)) THEN 'n'
      WHEN EXISTS (
        SELECT 1 FROM pg_catalog.pg_policy AS p JOIN pg_catalog.pg_depend AS d
          ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND d.objid = p.oid
        WHERE p.polrelid = c.oid AND NOT (
          d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid))
      THEN 'f' ELSE 'a' END
    """

  private static func table(_ row: AnswerRow) -> TableEntry {
    var table = TableEntry(schema: row.text(1), name: row.text(2))
    table.identifier = row.integer(0) ?? 0
    table.estimatedRows = Double(row.text(4)) ?? -1
    table.sizeInBytes = UInt64(clamping: row.integer(5) ?? 0)
    table.comment = row.text(6)
    table.isParent = row.text(3) == "p"
    table.hidesRows = row.text(8) == "a"
    let isReadable = row.isTrue(7) && row.text(8) != "f"
    if row.text(3) == "f" {
      table.gap = Gap(.unsupportedData)
    } else if !isReadable {
      table.gap = Gap(.unreadable)
    } else if !row.isTrue(9) {
      // A materialised view that was never filled has no rows, and refuses to be read.
      table.isParent = true
    }
    return table
  }

  private func hasLargeObjects() throws(DatabaseError) -> Bool {
    try !connection.texts("SELECT 1 FROM pg_catalog.pg_largeobject_metadata LIMIT 1").isEmpty
  }

  // MARK: - Columns

  /// The columns that may be read, and whether these are all.
  ///
  /// A column of a partition that has no comment has its parent's.
  func columns(of table: TableEntry) throws(DatabaseError) -> ([ColumnPlan], areAll: Bool) {
    let identity = connection.serverVersion >= 100_000 ? "a.attidentity <> ''" : "false"
    var columns: [ColumnPlan] = []
    var areAll = true
    let statement = """
      SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
        coalesce(pg_catalog.col_description(a.attrelid, a.attnum), (
          SELECT pg_catalog.col_description(i.inhparent, b.attnum)
          FROM pg_catalog.pg_inherits AS i JOIN pg_catalog.pg_attribute AS b
            ON b.attrelid = i.inhparent AND b.attname = a.attname
          WHERE i.inhrelid = a.attrelid ORDER BY i.inhseqno LIMIT 1)),
        \(identity) OR coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false),
        CASE WHEN t.typnamespace = 11 THEN t.typname END,
        t.typlen, t.typtype, a.atttypmod,
        pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
      FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = \(table.identifier) AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum
      """
    try connection.run(statement) { row in
      guard row.isTrue(8) else {
        areAll = false
        return
      }
      let shape = ColumnShape(
        name: row.text(0), comment: row.text(2), declaredType: row.text(1),
        isCounter: row.isTrue(3))
      columns.append(ColumnPlan(shape: shape, content: Self.content(row)))
    }
    return (columns, areAll)
  }

  /// Types of varying length whose values are short all the same.
  private static let shortTypes: Set<String> = ["numeric", "inet", "cidr", "macaddr", "name"]
  private static let longestShortText: Int64 = 8192

  private static func content(_ row: AnswerRow) -> ColumnPlan.Content {
    let (name, length, modifier) = (row.text(4), row.integer(5) ?? -1, row.integer(7) ?? -1)
    // The labels of an enumeration are names.
    if row.text(6) == "e" { return .short }
    guard !name.isEmpty, row.text(6) == "b" else { return .other }
    switch name {
    case _ where length > 0: return .short
    case _ where shortTypes.contains(name): return .short
    case "varchar", "bpchar":
      return modifier > 4 && modifier - 4 <= longestShortText ? .short : .text
    case "text": return .text
    case "bytea": return .bytes
    default: return .other
    }
  }
}
