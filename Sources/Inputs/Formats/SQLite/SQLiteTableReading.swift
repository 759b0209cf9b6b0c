import Findings

/// The reading of one table, in the order of its row numbers.
///
/// Where a page is broken, what stands behind it is read from the table's end backwards; what lies
/// between is a gap. A value that is too long to be held is read piece by piece.
struct SQLiteTableReading {
  private let connection: SQLiteConnection
  private let table: SQLiteTable
  private let values: BinaryValues
  private let sink: any RecordSink
  /// More rows than the file has bytes are one page met again and again.
  private let mostRows: UInt64
  private var rowCount: UInt64 = 0
  private var lastRow: Int64?

  init(
    _ table: SQLiteTable, of connection: SQLiteConnection, sizeInBytes: UInt64,
    _ values: BinaryValues, into sink: any RecordSink
  ) {
    self.table = table
    self.connection = connection
    self.values = values
    self.sink = sink
    mostRows = sizeInBytes
  }

  mutating func run() {
    sink.table(table.shape)
    values.isGapTold = false
    do throws(SQLiteFailure) {
      try readForwards()
    } catch {
      note(error)
      guard error == .malformed, rowCount == 0 else { return }
      do throws(SQLiteFailure) {
        try readBackwards()
      } catch {
        // It ends at a broken page, as it began.
      }
    }
  }

  private func note(_ failure: SQLiteFailure) {
    switch failure {
    case .malformed, .refused: sink.gap(Gap(.malformed))
    case .tooBig, .noMemory: sink.gap(Gap(.limit))
    case .unreadable: sink.gap(connection.systemFailure ?? Gap(.unreadable))
    case .cancelled: break
    }
  }

  // MARK: Rows

  private func rows(isBackwards: Bool) throws(SQLiteFailure) -> SQLiteStatement? {
    guard let number = table.rowNumber else { return nil }
    do throws(SQLiteFailure) {
      return try connection.statement(
        """
        SELECT \(number), \(table.columnList) FROM main.\(SQLiteConnection.quoted(table.name)) \
        NOT INDEXED WHERE \(number) >= ?1 ORDER BY \(number)\(isBackwards ? " DESC" : "")
        """)
    } catch {
      // A table WITHOUT ROWID, or one with as many columns as a statement can have.
      if error == .refused { return nil }
      throw error
    }
  }

  private mutating func readForwards() throws(SQLiteFailure) {
    guard let rows = try rows(isBackwards: false) else { return try readPlainly() }
    var first = Int64.min
    while true {
      rows.bind(first, to: 1)
      do throws(SQLiteFailure) {
        while try rows.step() {
          let number = rows.integer(0)
          if let lastRow, number <= lastRow { throw .malformed }
          lastRow = number
          try push(rows, firstColumn: 1)
          if sink.isCancelled { return }
        }
        return
      } catch {
        guard error == .tooBig else { throw error }
        guard let number = try pushLongRow(from: first) else { throw error }
        guard number < .max else { return }
        first = number + 1
      }
      if let lastRow, lastRow < .max { first = max(first, lastRow + 1) }
    }
  }

  private mutating func readBackwards() throws(SQLiteFailure) {
    guard let rows = try rows(isBackwards: true), lastRow ?? 0 < .max else { return }
    rows.bind(lastRow.map { $0 + 1 } ?? .min, to: 1)
    var previous: Int64?
    while try rows.step() {
      let number = rows.integer(0)
      if let previous, number >= previous { throw .malformed }
      previous = number
      try push(rows, firstColumn: 1)
      if sink.isCancelled { return }
    }
  }

  /// Without row numbers, in the order of the primary key.
  private mutating func readPlainly() throws(SQLiteFailure) {
    do throws(SQLiteFailure) {
      try readPlainly(from: 0)
    } catch {
      switch error {
      case .tooBig:
        // Nothing of it can be read in pieces: anew, with room for longer values.
        connection.limitValues(toBytes: SQLiteConnection.longestWholeValueInBytes)
        defer { connection.limitValues(toBytes: SQLiteConnection.longestValueInBytes) }
        try readPlainly(from: rowCount)
      case .malformed where rowCount < mostRows:
        note(error)
        try connection.reverse(true)
        do throws(SQLiteFailure) {
          try readPlainly(from: 0)
        } catch {
          // It ends at a broken page, as it began.
        }
        try connection.reverse(false)
      default: throw error
      }
    }
  }

  /// - Parameter first: rows before this one were read.
  private mutating func readPlainly(from first: UInt64) throws(SQLiteFailure) {
    let rows = try connection.statement(
      "SELECT \(table.columnList) FROM main.\(SQLiteConnection.quoted(table.name)) NOT INDEXED")
    var passed: UInt64 = 0
    while passed < first {
      guard try rows.step() else { return }
      passed += 1
    }
    while try rows.step() {
      guard rowCount < mostRows else { throw .malformed }
      try push(rows, firstColumn: 0)
      rowCount += 1
      if sink.isCancelled { return }
    }
  }

  private func push(_ rows: SQLiteStatement, firstColumn: CInt) throws(SQLiteFailure) {
    sink.beginRecord()
    defer { sink.endRecord() }
    for column in table.columns.indices {
      try push(rows, CInt(column) + firstColumn, column: column)
    }
  }

  private func push(
    _ rows: SQLiteStatement, _ source: CInt, column: Int
  ) throws(SQLiteFailure) {
    let kind = rows.kind(of: source)
    var isEmpty = true
    if kind != .null {
      try rows.withBytes(of: source, kind: kind) { bytes in
        isEmpty = false
        if kind == .blob {
          values.push(bytes, column: column)
        } else {
          values.pushText(bytes, column: column)
        }
      }
    }
    if isEmpty { sink.absent(column: column) }
  }

  // MARK: Rows that cannot be held

  /// Reads the first row from `first` on column by column; nil where there is none.
  private mutating func pushLongRow(from first: Int64) throws(SQLiteFailure) -> Int64? {
    guard let name = table.rowNumber else { return nil }
    let from =
      "FROM main.\(SQLiteConnection.quoted(table.name)) NOT INDEXED WHERE \(name)"
    let next = try connection.statement("SELECT \(name) \(from) >= ?1 ORDER BY \(name) LIMIT 1")
    next.bind(max(first, lastRow.map { $0 == .max ? $0 : $0 + 1 } ?? first), to: 1)
    guard try next.step() else { return nil }
    let number = next.integer(0)
    guard number > lastRow ?? .min || lastRow == nil else { return nil }
    lastRow = number
    sink.beginRecord()
    defer { sink.endRecord() }
    for (column, shape) in table.columns.enumerated() {
      let cell = try connection.statement(
        "SELECT \(SQLiteConnection.quoted(shape.name)) \(from) = ?1")
      cell.bind(number, to: 1)
      do throws(SQLiteFailure) {
        if try cell.step() { try push(cell, 0, column: column) }
      } catch {
        guard error == .tooBig else { throw error }
        try pushLongValue(row: number, column: column, name: shape.name)
      }
    }
    return number
  }

  private func pushLongValue(
    row: Int64, column: Int, name: String
  ) throws(SQLiteFailure) {
    var isStarted = false
    do throws(SQLiteFailure) {
      try connection.readValue(table: table.name, column: name, row: row) { block, isLast in
        isStarted = true
        values.pushBlock(block, column: column, isLast: isLast)
      }
    } catch {
      if isStarted { values.pushBlock(Span<UInt8>(), column: column, isLast: true) }
      guard error == .refused else { throw error }
      sink.gap(Gap(.limit))
      sink.absent(column: column)
    }
  }
}
