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

  /// Reads `bytes`, whole and with rows cut off in blocks, and traps where a rule is broken.
  package func read(_ bytes: [UInt8]) {
    for takesBlocks in [false, true] {
      let sink = StrictSink(sourceSize: UInt64(bytes.count), takesBlocks: takesBlocks)
      switch self {
      case .any: SourceBytes.read(bytes, as: "", into: sink)
      case .csv, .json, .bson, .sql: SourceBytes.read(bytes, as: rawValue, into: sink)
      case .mysqldump: SourceBytes.read(bytes, by: SQLDumpReader(.mysqldump), into: sink)
      case .postgres: SourceBytes.read(bytes, by: SQLDumpReader(.pgDump), into: sink)
      case .gzip: SourceBytes.unpack(bytes, .gzip, into: sink)
      case .tar: SourceBytes.unpack(bytes, .tar, into: sink)
      case .zip: SourceBytes.unpack(bytes, .zip, into: sink)
      }
    }
  }
}
