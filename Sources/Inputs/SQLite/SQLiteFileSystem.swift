import CSQLite
import Findings
import Synchronization

/// The files of one database, as a file system of SQLite's in which there is nothing else
/// (sqlite.org/vfs.html).
///
/// SQLite opens files by name, makes journals and shared memory beside them, and knows no descriptor.
/// Here it reads through the descriptors that are open already, or from memory, takes no lock, and has
/// no way to the disk: whatever a hostile file makes it do stays in memory. The log of a database in WAL
/// mode is read with locks held for good (`locking_mode=EXCLUSIVE`), which needs no shared memory.
///
/// One connection uses it at a time, on one thread.
@safe
final class SQLiteFileSystem {
  static let databaseName = "database"
  private static let journalSuffix = "-journal"
  private static let logSuffix = "-wal"
  private static let count = Atomic<Int>(0)

  private let database: SQLiteFile
  private let journal: SQLiteFile?
  private let log: SQLiteFile?
  /// Files that SQLite made for itself.
  private var others: [String: SQLiteFile] = [:]
  private let name: UnsafeMutablePointer<CChar>
  private let registration: UnsafeMutablePointer<sqlite3_vfs>

  /// What the system refused, if it was that.
  var failure: Gap? { database.failure ?? log?.failure ?? journal?.failure }
  /// The name to open a connection with.
  var registeredName: UnsafePointer<CChar> { unsafe UnsafePointer(name) }

  /// - Parameters:
  ///   - statedSizeInBytes: what the database says to have, if that is more: SQLite refuses to look at a
  ///     file that was cut short; so pages that are missing are zeros, which are no pages.
  ///   - journal: the rollback journal beside the database, if there is one.
  ///   - log: its write-ahead log.
  init(
    database: any RandomAccess, statedSizeInBytes: UInt64, journal: (any RandomAccess)?,
    log: (any RandomAccess)?
  ) {
    self.database = SQLiteFile(database, statedSizeInBytes: statedSizeInBytes)
    self.journal = journal.map { SQLiteFile($0) }
    self.log = log.map { SQLiteFile($0) }
    let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    let text = "pii-scan-\(number)".utf8CString
    unsafe name = .allocate(capacity: text.count)
    for (index, character) in text.enumerated() {
      unsafe (name + index).initialize(to: character)
    }
    unsafe registration = .allocate(capacity: 1)
    unsafe registration.initialize(to: Self.functions)
    unsafe registration.pointee.zName = UnsafePointer(name)
    unsafe registration.pointee.pAppData = Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe sqlite3_vfs_register(registration, 0)
  }

  deinit {
    _ = unsafe sqlite3_vfs_unregister(registration)
    unsafe registration.deallocate()
    unsafe name.deallocate()
  }

  /// The file of that name; nil where there is none.
  func file(named name: String) -> SQLiteFile? {
    let file =
      switch name {
      case Self.databaseName: database
      case Self.databaseName + Self.journalSuffix: journal ?? others[name]
      case Self.databaseName + Self.logSuffix: log ?? others[name]
      default: others[name]
      }
    return file?.isDeleted == true ? nil : file
  }

  private func open(named name: String) -> SQLiteFile {
    if let known = file(named: name) { return known }
    let made = SQLiteFile(nil)
    if name != Self.databaseName { others[name] = made }
    return made
  }

  // MARK: What SQLite calls

  private static func system(
    _ registration: UnsafeMutablePointer<sqlite3_vfs>?
  ) -> SQLiteFileSystem? {
    guard let data = unsafe registration?.pointee.pAppData else { return nil }
    return unsafe Unmanaged<SQLiteFileSystem>.fromOpaque(data).takeUnretainedValue()
  }

  private static var functions: sqlite3_vfs {
    var functions = unsafe sqlite3_vfs()
    unsafe functions.iVersion = 1
    unsafe functions.szOsFile = CInt(MemoryLayout<pii_sqlite3_file>.size)
    unsafe functions.mxPathname = 255
    unsafe functions.xOpen = { registration, name, file, flags, outFlags in
      guard let system = unsafe SQLiteFileSystem.system(registration), let file = unsafe file else {
        return SQLITE_CANTOPEN
      }
      // A file without a name is a temporary one.
      let known = unsafe name.map { unsafe system.open(named: String(cString: $0)) }
      unsafe SQLiteFileFunctions.open(known ?? SQLiteFile(nil), as: file)
      unsafe outFlags?.pointee = flags
      return SQLITE_OK
    }
    unsafe functions.xDelete = { registration, name, _ in
      guard let system = unsafe SQLiteFileSystem.system(registration), let name = unsafe name else {
        return SQLITE_IOERR
      }
      let text = unsafe String(cString: name)
      system.file(named: text)?.isDeleted = true
      return SQLITE_OK
    }
    unsafe functions.xAccess = { registration, name, _, result in
      guard let system = unsafe SQLiteFileSystem.system(registration), let name = unsafe name else {
        return SQLITE_IOERR
      }
      let text = unsafe String(cString: name)
      unsafe result?.pointee = system.file(named: text) == nil ? 0 : 1
      return SQLITE_OK
    }
    unsafe functions.xFullPathname = { _, name, capacity, output in
      guard let name = unsafe name, let output = unsafe output else { return SQLITE_CANTOPEN }
      var index = 0
      while unsafe name[index] != 0, index + 1 < Int(capacity) {
        unsafe output[index] = name[index]
        index += 1
      }
      unsafe output[index] = 0
      return unsafe name[index] == 0 ? SQLITE_OK : SQLITE_CANTOPEN
    }
    unsafe functions.xRandomness = { _, _, _ in 0 }
    unsafe functions.xSleep = { _, microseconds in microseconds }
    // The time is nobody's business: noon of the first Julian day.
    unsafe functions.xCurrentTime = { _, output in
      unsafe output?.pointee = 0
      return SQLITE_OK
    }
    unsafe functions.xGetLastError = { _, _, _ in 0 }
    return unsafe functions
  }
}
