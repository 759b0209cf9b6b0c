import CSQLite

/// What SQLite calls to read an open file (sqlite.org/c3ref/io_methods.html, version 1: without shared
/// memory and mapping).
enum SQLiteFileFunctions {
  /// Gives `file` the functions, and `object` to work on until it is closed.
  static func open(_ object: SQLiteFile, as file: UnsafeMutablePointer<sqlite3_file>) {
    let own = unsafe UnsafeMutableRawPointer(file).assumingMemoryBound(to: pii_sqlite3_file.self)
    unsafe own.pointee.object = Unmanaged.passRetained(object).toOpaque()
    unsafe own.pointee.base.pMethods = UnsafePointer(methods)
  }

  private static func object(_ file: UnsafeMutablePointer<sqlite3_file>?) -> SQLiteFile? {
    guard let file = unsafe file else { return nil }
    let own = unsafe UnsafeMutableRawPointer(file).assumingMemoryBound(to: pii_sqlite3_file.self)
    guard let object = unsafe own.pointee.object else { return nil }
    return unsafe Unmanaged<SQLiteFile>.fromOpaque(object).takeUnretainedValue()
  }

  /// Made once and never changed.
  nonisolated(unsafe) private static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    unsafe methods.initialize(to: sqlite3_io_methods())
    unsafe methods.pointee.iVersion = 1
    unsafe methods.pointee.xClose = { file in
      guard let file = unsafe file else { return SQLITE_OK }
      let own = unsafe UnsafeMutableRawPointer(file).assumingMemoryBound(to: pii_sqlite3_file.self)
      if let object = unsafe own.pointee.object {
        unsafe Unmanaged<SQLiteFile>.fromOpaque(object).release()
        unsafe own.pointee.object = nil
      }
      return SQLITE_OK
    }
    unsafe methods.pointee.xRead = { file, output, count, byteOffset in
      guard let object = unsafe SQLiteFileFunctions.object(file), count >= 0, byteOffset >= 0 else {
        return SQLITE_IOERR
      }
      let buffer = unsafe UnsafeMutableRawBufferPointer(start: output, count: Int(count))
      return unsafe object.read(into: buffer, at: UInt64(byteOffset))
    }
    unsafe methods.pointee.xWrite = { file, input, count, byteOffset in
      guard let object = unsafe SQLiteFileFunctions.object(file), count >= 0, byteOffset >= 0 else {
        return SQLITE_IOERR
      }
      let bytes = unsafe UnsafeRawBufferPointer(start: input, count: Int(count))
      return unsafe object.write(bytes, at: UInt64(byteOffset))
    }
    unsafe methods.pointee.xTruncate = { file, size in
      unsafe SQLiteFileFunctions.object(file)?.truncate(to: UInt64(max(0, size)))
      return SQLITE_OK
    }
    unsafe methods.pointee.xSync = { _, _ in SQLITE_OK }
    unsafe methods.pointee.xFileSize = { file, output in
      unsafe output?.pointee = Int64(
        clamping: SQLiteFileFunctions.object(file)?.sizeInBytes ?? 0)
      return SQLITE_OK
    }
    unsafe methods.pointee.xLock = { _, _ in SQLITE_OK }
    unsafe methods.pointee.xUnlock = { _, _ in SQLITE_OK }
    unsafe methods.pointee.xCheckReservedLock = { _, output in
      unsafe output?.pointee = 0
      return SQLITE_OK
    }
    unsafe methods.pointee.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    unsafe methods.pointee.xSectorSize = { _ in 4096 }
    unsafe methods.pointee.xDeviceCharacteristics = { _ in 0 }
    return unsafe methods
  }()
}
