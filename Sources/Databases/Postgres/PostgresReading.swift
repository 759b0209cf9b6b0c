import Findings

/// Reads the tables of a PostgreSQL database in one transaction, which sees one state of it.
final class PostgresReading: TableReading {
  let format = "postgresql"
  let path: String
  private let connection: PostgresConnection
  private let catalogue: PostgresCatalogue
  /// Bytes that a FETCH aims at.
  private static let batchInBytes = 1 << 20
  private static let mostRowsInBatch = 10_000
  /// The sample of a table is the same at every run, as long as the table is.
  private static let seed = 1

  init(_ url: DatabaseURL, _ options: DatabaseOptions) throws(DatabaseError) {
    connection = try PostgresConnection(url, options)
    path = url.path(
      host: connection.host, port: connection.port, database: connection.database)
    let opening = PostgresSettings.opening(timeoutInSeconds: options.timeoutInSeconds)
    for statement in opening { try connection.run(statement) }
    catalogue = PostgresCatalogue(connection)
  }

  func tables() throws(DatabaseError) -> [TableEntry] { try catalogue.tables() }

  func close() { connection.close() }

  func read(
    _ table: TableEntry, sampleSize: Int?, into sink: any RecordSink, begun: (RowPusher) -> Void
  ) throws(DatabaseError) -> TableCompleteness {
    // An error ends the transaction, and what it sees, if not for this.
    try connection.run("SAVEPOINT pii_scan_table")
    do throws(DatabaseError) {
      let outcome = try readInside(table, sampleSize, sink, begun)
      try connection.run("RELEASE SAVEPOINT pii_scan_table")
      return outcome
    } catch {
      if !error.endsConnection { restore() }
      throw error
    }
  }

  private func restore() {
    do throws(DatabaseError) {
      try connection.run("ROLLBACK TO SAVEPOINT pii_scan_table")
      try connection.run("RELEASE SAVEPOINT pii_scan_table")
    } catch {
      // The next table cannot be read then, and says so.
    }
  }

  private func readInside(
    _ table: TableEntry, _ sampleSize: Int?, _ sink: any RecordSink,
    _ begun: (RowPusher) -> Void
  ) throws(DatabaseError) -> TableCompleteness {
    let (columns, hasAllColumns) = try catalogue.columns(of: table)
    sink.table(
      TableShape(
        name: table.fullName, comment: table.comment, columns: columns.map(\.shape)))
    let pusher = RowPusher(sink, columns: columns, bytesAreHex: true)
    begun(pusher)
    guard !table.isParent else {
      return TableCompleteness(isWhole: true, hasAllColumns: hasAllColumns)
    }
    let extent = try sampleSize.map { size throws(DatabaseError) in
      try self.extent(of: table, sampleSize: size)
    }
    let statement = PostgresSelect(table, columns, extent ?? .all).text
    try connection.run("DECLARE pii_scan_rows NO SCROLL CURSOR FOR " + statement)
    var batch = 64
    while true {
      let (rows, bytes) = (pusher.rows, pusher.bytes)
      try connection.run("FETCH FORWARD \(batch) FROM pii_scan_rows", onRow: pusher.push)
      let fetched = pusher.rows - rows
      guard fetched == UInt64(batch) else { break }
      let perRow = max(1, Int((pusher.bytes - bytes) / fetched))
      batch = min(max(1, Self.batchInBytes / perRow), Self.mostRowsInBatch)
    }
    try connection.run("CLOSE pii_scan_rows")
    let isWhole =
      switch extent {
      case nil, .all: true
      case .first(let most): pusher.rows < UInt64(most)
      case .sample: false
      }
    return TableCompleteness(isWhole: isWhole, hasAllColumns: hasAllColumns)
  }

  // MARK: - Samples

  /// Twice the size of the sample is read of a table that seems no larger, so that a wrong estimate does
  /// not cut it; of a larger one, as many blocks as hold the sample.
  private func extent(
    of table: TableEntry, sampleSize: Int
  ) throws(DatabaseError) -> PostgresSelect.Extent {
    let small = PostgresSelect.Extent.first(2 * sampleSize + 1)
    guard connection.serverVersion >= 90_500 else { return small }
    let sizes = try connection.texts(
      "SELECT pg_catalog.pg_relation_size(\(table.identifier)), "
        + "pg_catalog.current_setting('block_size')")
    guard let size = sizes.first, size.count == 2, let bytes = Double(size[0]),
      let block = Double(size[1]), block > 0
    else { return small }
    let blocks = bytes / block
    guard blocks >= 1 else { return small }
    let rows = try estimatedRows(of: table, blocks: blocks)
    guard rows > Double(sampleSize) else { return small }
    let percent = min(100, max(100 * Double(sampleSize) / rows, 100 / blocks))
    return .sample(percent: percent, seed: Self.seed, most: 4 * sampleSize)
  }

  /// The server's count of rows where it has one; else that of a few blocks, and so of all.
  private func estimatedRows(
    of table: TableEntry, blocks: Double
  ) throws(DatabaseError) -> Double {
    if table.estimatedRows > 0 { return table.estimatedRows }
    let percent = min(100, 100 * 64 / blocks)
    let from = PostgresSelect.source(table)
    let counts = try connection.texts(
      "SELECT pg_catalog.count(*) FROM \(from) TABLESAMPLE SYSTEM (\(percent)) "
        + "REPEATABLE (\(Self.seed))")
    let count = counts.first?.first.flatMap { Double($0) } ?? 0
    return count * 100 / percent
  }
}
