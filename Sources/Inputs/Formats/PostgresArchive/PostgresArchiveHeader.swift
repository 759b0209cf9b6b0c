import Findings

/// What an archive of `pg_dump` begins with (pg_backup_archiver.c, `ReadHead`).
struct PostgresArchiveHeader {
  static let magic: [UInt8] = Array("PGDMP".utf8)

  enum Form: UInt8 {
    case custom = 1
    case tar = 3
    case directory = 5
  }

  enum Compression: UInt8 {
    case none
    case zlib
    case lz4
    case zstd
  }

  /// The second number of the archive's version, whose first is 1: 10 is PostgreSQL 8.4, 16 is 17.
  let version: Int
  let form: Form
  /// Of the data blocks; nil for one that is not known. Where the header names only a level, zlib or
  /// nothing: a stream of zlib says so itself.
  let compression: Compression?
  /// The server's version as it tells it.
  let serverVersion: [UInt8]

  /// Reads the header, and tells `cursor` the sizes of numbers.
  ///
  /// - Throws: `unsupportedData` for a version or form that is not known, `truncated`, `malformed`.
  init(_ archive: PostgresArchiveCursor) throws(Gap) {
    let cursor = archive.cursor
    guard try cursor.bytes(5) == Self.magic else { throw Gap(.malformed, at: 0) }
    let major = try cursor.byte()
    version = Int(try cursor.byte())
    _ = try cursor.byte()
    guard major == 1, (10...16).contains(version) else { throw Gap(.unsupportedData) }
    archive.integerSize = Int(try cursor.byte())
    archive.offsetSize = Int(try cursor.byte())
    guard (1...8).contains(archive.integerSize), (1...8).contains(archive.offsetSize) else {
      throw Gap(.malformed, at: cursor.offset)
    }
    guard let form = Form(rawValue: try cursor.byte()) else { throw Gap(.unsupportedData) }
    self.form = form
    if version >= 15 {
      compression = Compression(rawValue: try cursor.byte())
    } else {
      compression = try archive.integer() == 0 ? Compression.none : .zlib
    }
    // Seconds, minutes, hours, day, month, year, daylight saving.
    for _ in 0..<7 { _ = try archive.integer() }
    try archive.skipString()
    serverVersion = try archive.string() ?? []
    try archive.skipString()
  }
}
