import CSQLite
import Findings

/// A statement that reads rows. Used on one thread; finalised with its last owner.
@safe
final class SQLiteStatement {
  enum Kind {
    case null
    /// An integer, a real or text: as SQLite prints it.
    case text
    case blob
  }

  private let handle: OpaquePointer
  /// The connection must not be closed before its statements.
  private let connection: SQLiteConnection

  init(_ handle: OpaquePointer, of connection: SQLiteConnection) {
    unsafe self.handle = handle
    self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Binds `value` to the parameter `?number`, and begins anew.
  func bind(_ value: Int64, to number: CInt) {
    _ = unsafe sqlite3_reset(handle)
    _ = unsafe sqlite3_bind_int64(handle, number, value)
  }

  /// Goes to the next row; false behind the last one.
  func step() throws(SQLiteFailure) -> Bool {
    let status = unsafe sqlite3_step(handle)
    switch status {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteFailure(status)
    }
  }

  // MARK: The current row; columns from 0.

  func kind(of column: CInt) -> Kind {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_BLOB: .blob
    default: .text
    }
  }

  func integer(_ column: CInt) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// A copy of a value as UTF-8.
  func string(_ column: CInt) -> String {
    guard let text = unsafe sqlite3_column_text(handle, column) else { return "" }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// The bytes of a value (text as UTF-8, numbers as SQLite prints them), valid within `body`.
  ///
  /// - Throws: `noMemory` where there was none for the conversion.
  func withBytes(
    of column: CInt, kind: Kind, _ body: (Span<UInt8>) -> Void
  ) throws(SQLiteFailure) {
    let start: UnsafePointer<UInt8>?
    if kind == .blob {
      unsafe start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
    } else {
      unsafe start = sqlite3_column_text(handle, column)
      if unsafe start == nil { throw .noMemory }
    }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    guard let start = unsafe start, count > 0 else { return }
    let span = unsafe Span(_unsafeStart: start, count: count)
    body(span)
  }
}
