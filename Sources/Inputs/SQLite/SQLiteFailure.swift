import CSQLite

/// Why SQLite stopped, as far as it makes a difference here.
enum SQLiteFailure: Error {
  /// The file is broken at a place that was needed.
  case malformed
  /// A value is longer than the limit.
  case tooBig
  /// More memory was needed than there may be.
  case noMemory
  /// The system refused to read.
  case unreadable
  case cancelled
  /// The statement means nothing to this database: a table without row numbers, a function it lacks.
  case refused

  /// - Parameter status: a result code other than "all is well" (sqlite.org/rescode.html).
  init(_ status: CInt) {
    switch status & 0xFF {
    case SQLITE_TOOBIG: self = .tooBig
    case SQLITE_NOMEM, SQLITE_FULL: self = .noMemory
    case SQLITE_IOERR:
      switch status {
      // A page that should be there is not.
      case pii_sqlite3_short_read: self = .malformed
      case pii_sqlite3_read_without_memory: self = .noMemory
      default: self = .unreadable
      }
    case SQLITE_INTERRUPT: self = .cancelled
    case SQLITE_ERROR, SQLITE_AUTH: self = .refused
    default: self = .malformed
    }
  }
}
