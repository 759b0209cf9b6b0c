import Findings

/// Reads the tables of a MySQL or MariaDB server in one transaction, which sees one state of those that
/// have transactions (InnoDB).
final class MariaDBReading: TableReading {
  let format: String
  let path: String
  private let connection: MariaDBConnection
  private let catalogue: MariaDBCatalogue
  private let isMariaDB: Bool
  private let timeoutInSeconds: Int

  init(_ url: DatabaseURL, _ options: DatabaseOptions) throws(DatabaseError) {
    connection = try MariaDBConnection(url, options)
    isMariaDB = connection.serverVersion.contains("MariaDB")
    format = isMariaDB ? "mariadb" : "mysql"
    path = url.path(
      host: url.host.isEmpty ? "localhost" : nil,
      port: url.isSocket || url.host.isEmpty ? "" : "\(url.port ?? 3306)")
    timeoutInSeconds = options.timeoutInSeconds
    for statement in MariaDBSettings.opening(timeoutInSeconds: timeoutInSeconds) {
      try connection.run(statement)
    }
    catalogue = MariaDBCatalogue(connection, database: url.database)
    try limitStatements(to: timeoutInSeconds)
  }

  /// Servers that do not know the setting are as old as have none.
  private func limitStatements(to seconds: Int) throws(DatabaseError) {
    do throws(DatabaseError) {
      try connection.run(MariaDBSettings.limit(seconds: seconds, isMariaDB: isMariaDB))
    } catch {
      if error.endsConnection { throw error }
    }
  }

  func tables() throws(DatabaseError) -> [TableEntry] { try catalogue.tables() }

  func close() { connection.close() }

  func read(
    _ table: TableEntry, sampleSize: Int?, into sink: any RecordSink, begun: (RowPusher) -> Void
  ) throws(DatabaseError) -> TableCompleteness {
    let (columns, hasAllColumns) = try catalogue.columns(of: table)
    sink.table(
      TableShape(
        name: table.fullName, comment: table.comment, columns: columns.map(\.shape)))
    guard !columns.isEmpty else { throw DatabaseError(.noPermission) }
    let pusher = RowPusher(sink, columns: columns, bytesAreHex: false)
    begun(pusher)
    var isWhole = true
    if !table.isParent {
      if let sampleSize {
        isWhole = try readSample(table, columns, sampleSize, pusher)
      } else {
        // The answer takes as long as its rows take to be scanned; the wait for each has an end.
        try limitStatements(to: 0)
        try connection.run(MariaDBSelect(table, columns).all, onRow: pusher.push)
        try limitStatements(to: timeoutInSeconds)
      }
    }
    return TableCompleteness(isWhole: isWhole, hasAllColumns: hasAllColumns)
  }

  /// Twice the size of the sample is read of a table that seems no larger, so that a wrong estimate does
  /// not cut it. Of a larger one, runs of rows at places spread over its key; where the key is no number,
  /// its two ends; without a key, what comes first. Never is a table sorted, or read through.
  ///
  /// - Returns: whether all rows were read.
  private func readSample(
    _ table: TableEntry, _ columns: [ColumnPlan], _ size: Int, _ pusher: RowPusher
  ) throws(DatabaseError) -> Bool {
    guard table.estimatedRows > Double(size) else {
      let most = 2 * size + 1
      try connection.run(MariaDBSelect(table, columns).first(most), onRow: pusher.push)
      return pusher.rows < UInt64(most)
    }
    let key = try catalogue.primaryKey(of: table)
    guard let first = key.columns.first else {
      try connection.run(MariaDBSelect(table, columns).first(size), onRow: pusher.push)
      return false
    }
    guard key.isNumber, let probes = try probes(table, key: first, size) else {
      let select = MariaDBSelect(table, columns)
      for isLast in [false, true] {
        try connection.run(
          select.end(max(1, size / 2), key: key.columns, isLast: isLast), onRow: pusher.push)
      }
      return false
    }
    try read(probes, key: first, MariaDBSelect(table, columns, key: first), columns, pusher)
    return false
  }

  private func probes(
    _ table: TableEntry, key: String, _ size: Int
  ) throws(DatabaseError) -> KeyProbes? {
    let bounds = try connection.texts(MariaDBSelect(table, []).bounds(key: key))
    guard let least = bounds.first?.first.flatMap({ Int64($0) }),
      let greatest = bounds.first?.last.flatMap({ Int64($0) })
    else { return nil }
    return KeyProbes(least: least, greatest: greatest, sampleSize: size)
  }

  private func read(
    _ probes: KeyProbes, key: String, _ select: MariaDBSelect, _ columns: [ColumnPlan],
    _ pusher: RowPusher
  ) throws(DatabaseError) {
    var last: Int64?
    for start in probes.starts {
      // No row is read twice, though runs of rows may touch one another.
      let next = last.map { $0 == .max ? $0 : $0 + 1 } ?? start
      let statement = select.range(
        from: "\(max(start, next))", key: key, count: probes.rowsEach)
      try connection.run(statement) { row in
        pusher.push(row)
        last = row.integer(columns.count + 1) ?? last
      }
    }
  }
}
