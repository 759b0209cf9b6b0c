package import Findings

/// A live database, opened: its tables are sources to be scanned one after another.
///
/// There is one connection, and one transaction on it that reads and cannot write.
package final class LiveDatabase {
  private let reading: any TableReading
  private let options: DatabaseOptions
  private let entries: [TableEntry]
  /// Why the connection ended before all was read; nil while it stands.
  package private(set) var failure: DatabaseError?

  /// Connects and lists the tables.
  ///
  /// - Throws: why that was not possible.
  package init(_ url: DatabaseURL, _ options: DatabaseOptions) throws(DatabaseError) {
    switch url.server {
    case .postgres: reading = try PostgresReading(url, options)
    case .mysql: reading = try MariaDBReading(url, options)
    }
    self.options = options
    entries = try reading.tables()
  }

  /// The database itself, then its tables in byte order of their names.
  package var sources: [any RecordSource] {
    [DatabaseSource(path: reading.path, format: reading.format, gap: nil)]
      + entries.map { TableSource($0, self) }
  }

  /// What is listed of a database that could not be opened.
  package static func unopened(_ url: DatabaseURL, because error: DatabaseError) -> any RecordSource
  {
    DatabaseSource(
      path: url.path(), format: "",
      gap: Gap(error.kind == .interrupted ? .interrupted : .unreadable))
  }

  /// Ends the connection.
  package func close() { reading.close() }

  fileprivate var path: String { reading.path }
  fileprivate var format: String { reading.format }

  fileprivate func read(_ table: TableEntry, into sink: any RecordSink) -> RecordOutcome {
    if let gap = table.gap { return RecordOutcome(sizeInBytes: table.sizeInBytes, gaps: [gap]) }
    guard failure == nil else {
      let reason: GapReason = failure?.kind == .interrupted ? .interrupted : .unreadable
      return RecordOutcome(sizeInBytes: table.sizeInBytes, gaps: [Gap(reason)])
    }
    var pusher: RowPusher?
    do throws(DatabaseError) {
      let completeness = try reading.read(table, sampleSize: options.sampleSize, into: sink) {
        pusher = $0
      }
      return outcome(table, pusher, gaps(table, pusher, completeness))
    } catch {
      if error.endsConnection || error.kind == .timeout && error.code.isEmpty { failure = error }
      return outcome(table, pusher, [gap(for: error, pusher)])
    }
  }

  private func outcome(
    _ table: TableEntry, _ pusher: RowPusher?, _ gaps: [Gap]
  ) -> RecordOutcome {
    RecordOutcome(
      bytesRead: pusher?.bytes ?? 0, sizeInBytes: gaps.isEmpty ? 0 : table.sizeInBytes,
      gaps: gaps)
  }

  private func gaps(
    _ table: TableEntry, _ pusher: RowPusher?, _ completeness: TableCompleteness
  ) -> [Gap] {
    var gaps: [Gap] = []
    // What was not permitted weighs more than what was not asked for.
    if !completeness.hasAllColumns || table.hidesRows { gaps.append(Gap(.unreadable)) }
    if !completeness.isWhole { gaps.append(Gap(.limit)) }
    if let pusher, pusher.bytesCut > 0 { gaps.append(Gap(.limit, bytes: pusher.bytesCut)) }
    return gaps
  }

  private func gap(for error: DatabaseError, _ pusher: RowPusher?) -> Gap {
    let bytes = pusher?.bytes ?? 0
    let reason: GapReason =
      switch error.kind {
      case .interrupted: .interrupted
      case .undecodable: .malformed
      default: bytes > 0 ? .truncated : .unreadable
      }
    return Gap(reason, at: bytes > 0 ? bytes : nil)
  }
}

/// The database as a whole: what has no table.
private final class DatabaseSource: RecordSource {
  let path: [UInt8]
  let member: String? = nil
  let format: String
  private let gap: Gap?

  init(path: String, format: String, gap: Gap?) {
    self.path = Array(path.utf8)
    self.format = format
    self.gap = gap
  }

  func read(into sink: any RecordSink) -> RecordOutcome {
    RecordOutcome(gaps: [gap].compactMap { $0 })
  }
}

/// A table of a live database.
private final class TableSource: RecordSource {
  let path: [UInt8]
  let member: String?
  let format: String
  private let table: TableEntry
  private let database: LiveDatabase

  init(_ table: TableEntry, _ database: LiveDatabase) {
    self.table = table
    self.database = database
    path = Array(database.path.utf8)
    member = table.fullName
    format = database.format
  }

  func read(into sink: any RecordSink) -> RecordOutcome { database.read(table, into: sink) }
}
