@testable import Inputs

/// A parser that is fed whatever the fuzzer makes up.
package enum FuzzTarget: String, CaseIterable {
  /// Whatever is recognised in the bytes.
  case any
  case csv
  case json
  case bson
  case mysqldump
  case postgres = "pg_dump"
  case sql
  case gzip
  case tar
  case zip
  case bzip2
  case xz
  case lzma
  case zstd
  case lz4
  case sevenZip = "7z"
  case sqlite
  /// Documents within values, and within lines of text.
  case nested
  case mysqlXML = "mysqldump-xml"
  /// Archives of `pg_dump -Fc`.
  case postgresArchive = "pg_dump-custom"
  /// Definitions and, behind the first zero, the rows that they are of.
  case companion
  /// `toc.dat` of `pg_dump -Fd`.
  case contents = "toc"

  /// Reads `bytes`, whole and with rows cut off in blocks, and traps where a rule is broken.
  package func read(_ bytes: [UInt8]) {
    for takesBlocks in [false, true] {
      let sink = StrictSink(sourceSize: UInt64(bytes.count), takesBlocks: takesBlocks)
      switch self {
      case .any: SourceBytes.read(bytes, as: "", into: sink)
      case .csv, .json, .bson, .sql: SourceBytes.read(bytes, as: rawValue, into: sink)
      case .mysqldump: SourceBytes.read(bytes, by: SQLDumpReader(.mysqldump), into: sink)
      case .postgres: SourceBytes.read(bytes, by: SQLDumpReader(.pgDump), into: sink)
      case .gzip, .tar, .zip, .bzip2, .xz, .lzma, .zstd, .lz4, .sevenZip:
        guard let kind = ArchiveKind(rawValue: rawValue) else {
          preconditionFailure("a target is named for no kind of archive")
        }
        SourceBytes.unpack(bytes, kind, into: sink)
      case .sqlite: StoredBytes.database(bytes, into: sink)
      case .nested: StoredBytes.documents(bytes, into: sink)
      case .mysqlXML: SourceBytes.read(bytes, by: MySQLXML(), into: sink)
      case .postgresArchive: StoredBytes.postgresArchive(bytes, into: sink)
      case .companion: StoredBytes.companion(bytes, into: sink)
      case .contents: _ = CompanionFile.contents(of: BytesSource(bytes))
      }
    }
  }
}
