import CSQLite
import Findings

/// A database that is only read, however hostile its schema.
///
/// Nothing of the schema runs but the expressions of generated columns, and those without functions that
/// have effects (`trusted_schema`); no extension can be loaded, only SELECT is allowed, and the memory of
/// the library is bounded. (sqlite.org/security.html)
@safe
final class SQLiteConnection {
  /// A longer value is not taken into memory as a whole, where it can be read in pieces.
  static let longestValueInBytes = 1 << 20
  /// Where it cannot.
  static let longestWholeValueInBytes = 16 << 20
  private static let mostMemoryInBytes: Int64 = 96 << 20
  /// Instructions of SQLite's machine between two looks at whether the run was interrupted.
  private static let instructionsPerLook: CInt = 4096

  private let handle: OpaquePointer
  /// It outlives the connection.
  private let files: SQLiteFileSystem
  private let isCancelled: () -> Bool

  /// What the system refused, if it was that.
  var systemFailure: Gap? { files.failure }

  /// - Parameters:
  ///   - undoing: a transaction was cut off, so SQLite must (believe to) write.
  ///   - isCancelled: asked now and then while a statement runs.
  init(
    _ files: SQLiteFileSystem, undoing: Bool, isCancelled: @escaping () -> Bool
  ) throws(SQLiteFailure) {
    self.files = files
    self.isCancelled = isCancelled
    _ = sqlite3_hard_heap_limit64(Self.mostMemoryInBytes)
    var handle: OpaquePointer?
    let flags =
      (undoing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX
      | SQLITE_OPEN_PRIVATECACHE
    let status = unsafe sqlite3_open_v2(
      SQLiteFileSystem.databaseName, &handle, flags, files.registeredName)
    guard status == SQLITE_OK, let handle = unsafe handle else {
      _ = unsafe sqlite3_close_v2(handle)
      throw SQLiteFailure(status)
    }
    unsafe self.handle = handle
    configure()
    try run("PRAGMA locking_mode=EXCLUSIVE")
    try run("PRAGMA temp_store=MEMORY")
    try run("PRAGMA cache_size=-1024")
    try run("PRAGMA cell_size_check=ON")
    watch()
  }

  deinit { _ = unsafe sqlite3_close_v2(handle) }

  private func configure() {
    let switches: [(CInt, CInt)] = [
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
      (SQLITE_DBCONFIG_ENABLE_VIEW, 0), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1), (SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0),
      // So that one broken line of the schema does not hide all tables. What it is named for,
      // writing the schema, the defensive mode forbids.
      (SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1), (SQLITE_DBCONFIG_DEFENSIVE, 1),
    ]
    for (option, value) in switches { _ = unsafe pii_sqlite3_switch(handle, option, value) }
    let limits: [(CInt, CInt)] = [
      (SQLITE_LIMIT_LENGTH, CInt(Self.longestValueInBytes)), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_EXPR_DEPTH, 200),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (limit, value) in limits { _ = unsafe sqlite3_limit(handle, limit, value) }
  }

  /// Allows reading only, and lets an interrupted run interrupt a statement.
  private func watch() {
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_progress_handler(
      handle, Self.instructionsPerLook,
      { context in
        guard let context = unsafe context else { return 0 }
        let connection = unsafe Unmanaged<SQLiteConnection>.fromOpaque(context)
          .takeUnretainedValue()
        return connection.isCancelled() ? 1 : 0
      }, own)
    _ = unsafe sqlite3_set_authorizer(
      handle,
      { _, action, name, _, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ: return SQLITE_OK
        case SQLITE_PRAGMA:
          guard let name = unsafe name else { return SQLITE_DENY }
          let pragma = unsafe String(cString: name)
          return pragma == "table_xinfo" || pragma == "reverse_unordered_selects"
            ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, nil)
  }

  /// Compiles one statement.
  ///
  /// - Throws: `refused` where it makes no sense for this database.
  func statement(_ text: String) throws(SQLiteFailure) -> SQLiteStatement {
    var statement: OpaquePointer?
    let status = unsafe sqlite3_prepare_v2(handle, text, -1, &statement, nil)
    guard status == SQLITE_OK, let statement = unsafe statement else {
      throw SQLiteFailure(status == SQLITE_OK ? SQLITE_ERROR : status)
    }
    return unsafe SQLiteStatement(statement, of: self)
  }

  /// Lets statements without an order run through tables backwards.
  func reverse(_ isReversed: Bool) throws(SQLiteFailure) {
    try run("PRAGMA reverse_unordered_selects=\(isReversed ? "ON" : "OFF")")
  }

  /// Sets how long values may be that are taken into memory.
  func limitValues(toBytes count: Int) {
    _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, CInt(count))
  }

  private func run(_ text: String) throws(SQLiteFailure) {
    let statement = try statement(text)
    while try statement.step() {}
  }

  /// Reads a long value piece by piece, as it is stored.
  ///
  /// - Parameter body: takes a piece and whether it is the last; the pieces follow one another.
  /// - Throws: `refused` where the value is no text and no blob.
  func readValue(
    table: String, column: String, row: Int64, _ body: (Span<UInt8>, Bool) -> Void
  ) throws(SQLiteFailure) {
    var blob: OpaquePointer?
    let status = unsafe sqlite3_blob_open(handle, "main", table, column, row, 0, &blob)
    defer { _ = unsafe sqlite3_blob_close(blob) }
    guard status == SQLITE_OK else { throw SQLiteFailure(status) }
    let size = unsafe Int(sqlite3_blob_bytes(blob))
    var piece = [UInt8](repeating: 0, count: min(size, 1 << 18))
    var offset = 0
    while offset < size, !isCancelled() {
      let count = min(piece.count, size - offset)
      let status = unsafe piece.withUnsafeMutableBytes {
        unsafe sqlite3_blob_read(blob, $0.baseAddress, CInt(count), CInt(offset))
      }
      guard status == SQLITE_OK else { throw SQLiteFailure(status) }
      offset += count
      body(piece.span.extracting(0..<count), offset >= size)
    }
  }

  /// `name` as SQL has it, whatever stands in it (a NUL, which no name has, ends it).
  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
