import Findings

/// Reads database files of SQLite 3 (sqlite.org/fileformat2.html), and what a write-ahead log or a
/// journal beside them holds.
///
/// Tables are read in the order of the schema, views and virtual tables not: the tables behind these are
/// tables like others. Nothing on disk is changed.
struct SQLite: FileReader {
  static let magic = Array("SQLite format 3\0".utf8)
  /// Beyond, a database that is no file of its own is not read.
  static let mostMemoryInBytes = 64 << 20

  func read(_ file: StoredFile, into sink: any RecordSink) {
    do throws(Gap) {
      let journal = try file.companion("-journal").flatMap(Self.hotJournal)
      let log = try file.companion("-wal").flatMap { $0.sizeInBytes > 0 ? $0 : nil }
      var statedSize = try Self.statedSize(of: file)
      if log != nil || journal != nil { statedSize = 0 }
      if statedSize > file.bytes.sizeInBytes {
        let missing = statedSize - file.bytes.sizeInBytes
        sink.gap(Gap(.truncated, bytes: missing, at: file.bytes.sizeInBytes))
      }
      let files = SQLiteFileSystem(
        database: file.bytes, statedSizeInBytes: statedSize, journal: journal, log: log)
      let size = file.bytes.sizeInBytes + (log?.sizeInBytes ?? 0)
      read(files, undoing: journal != nil, sizeInBytes: size, into: sink)
    } catch {
      sink.gap(error)
    }
  }

  private func read(
    _ files: SQLiteFileSystem, undoing: Bool, sizeInBytes: UInt64, into sink: any RecordSink
  ) {
    let values = BinaryValues(sink)
    do throws(SQLiteFailure) {
      let connection = try SQLiteConnection(files, undoing: undoing) { sink.isCancelled }
      let fullText = Self.fullTextTables(in: connection)
      let schema = try connection.statement(
        "SELECT name, sql FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0")
      while try schema.step(), !sink.isCancelled {
        let name = schema.string(0)
        // Statistics and counters of SQLite's own.
        if name.hasPrefix("sqlite_") { continue }
        do throws(SQLiteFailure) {
          var table = try SQLiteTable(name: name, sql: schema.string(1), in: connection)
          if let sql = fullText[name] { table.takeNames(ofFullTextTable: sql) }
          var reading = SQLiteTableReading(
            table, of: connection, sizeInBytes: sizeInBytes, values, into: sink)
          reading.run()
        } catch {
          sink.gap(Gap(error == .noMemory ? .limit : .malformed))
        }
      }
    } catch {
      switch error {
      case .cancelled: break
      case .noMemory, .tooBig: sink.gap(Gap(.limit))
      case .unreadable: sink.gap(files.failure ?? Gap(.unreadable))
      case .malformed, .refused: sink.gap(Gap(.malformed))
      }
    }
  }

  /// The statements of full-text tables by the name of the table that holds their text; what cannot be
  /// read of the schema is told when its tables are read.
  private static func fullTextTables(in connection: SQLiteConnection) -> [String: String] {
    var found: [String: String] = [:]
    do throws(SQLiteFailure) {
      let virtual = try connection.statement(
        "SELECT name, sql FROM main.sqlite_master WHERE type = 'table' AND rootpage = 0")
      while try virtual.step(), found.count < mostFullTextTables {
        let sql = virtual.string(1)
        if sql.lowercased().contains("using fts") { found[virtual.string(0) + "_content"] = sql }
      }
    } catch {
      return found
    }
    return found
  }

  private static let mostFullTextTables = 1000

  /// A journal that was not taken back: its first byte is not zero.
  private static func hotJournal(
    _ journal: any RandomAccess
  ) throws(Gap) -> (any RandomAccess)? {
    let head = try journal.head(1)
    return head.first ?? 0 == 0 ? nil : journal
  }

  /// How many bytes the pages take that the header counts (1.3, offsets 16, 24, 28 and 92); 0 where it
  /// does not say.
  private static func statedSize(of file: StoredFile) throws(Gap) -> UInt64 {
    let head = try file.head(100)
    guard head.count == 100 else { throw Gap(.truncated) }
    func number(at offset: Int) -> UInt64 {
      head[offset..<offset + 4].reduce(0) { $0 << 8 | UInt64($1) }
    }
    let field = UInt64(head[16]) << 8 | UInt64(head[17])
    let pageSize = field == 1 ? 65_536 : field
    // The count of pages is valid where these two agree.
    guard number(at: 24) == number(at: 92) else { return 0 }
    return number(at: 28) * pageSize
  }

  /// The encoding that the header states (1.3.13).
  static func encoding(of head: [UInt8]) -> TextEncoding {
    guard head.count >= 60, head.starts(with: magic) else { return .utf8 }
    switch head[59] {
    case 2: return .utf16LittleEndian
    case 3: return .utf16BigEndian
    default: return .utf8
    }
  }
}
