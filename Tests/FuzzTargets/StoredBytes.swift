import Findings

@testable import Inputs

/// Reads bytes in memory as parts of a dump that are recognised by what stands beside or before them.
enum StoredBytes {
  /// The fuzzer shall not have to guess how a file begins.
  private static func begun(_ magic: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: magic) ? bytes : magic + bytes.dropFirst(magic.count)
  }

  static func database(_ bytes: [UInt8], into sink: StrictSink) {
    let file = begun(Array("SQLite format 3\0".utf8), bytes)
    sink.sourceSize = .max
    SQLite().read(
      StoredFile(MemoryAccess(BytesSource(file), limitInBytes: 1 << 24), path: nil),
      into: NestedValues(sink))
  }

  static func postgresArchive(_ bytes: [UInt8], into sink: StrictSink) {
    let archive = begun(PostgresArchiveHeader.magic, bytes)
    sink.sourceSize = .max
    SourceBytes.read(archive, as: "dump", into: sink)
  }

  /// The bytes as lines of text, as a cell, and as a string of a document in one.
  static func documents(_ bytes: [UInt8], into sink: StrictSink) {
    SourceBytes.read(bytes, by: PlainText(opensDocuments: true), into: sink)
    let values = NestedValues(sink)
    let locator = BytesLocator()
    values.table(TableShape(name: "t", columns: [ColumnShape(name: "c")]))
    sink.sourceSize = .max
    for cell in [bytes, Array("{\"a\":\"".utf8) + escaped(bytes) + Array("\"}".utf8)]
    where !cell.isEmpty {
      values.locator = locator
      values.beginRecord()
      values.field(cell.span, core: 0..<cell.count, column: 0, isWhole: true)
      values.endRecord()
    }
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { [0x22, 0x5C].contains($0) ? [0x5C, $0] : [$0] }
  }

  static func companion(_ bytes: [UInt8], into sink: StrictSink) {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let (definitions, rows) = (Array(parts[0]), parts.count > 1 ? Array(parts[1]) : bytes)
    for (dialect, body) in [
      (SQLDialect.mysqldump, DumpCompanion.Body.statements), (.mysqldump, .outfile),
      (.pgDump, .copy),
    ] {
      let companion = DumpCompanion(dialect: dialect, definitions: definitions, body: body)
      SourceBytes.read(rows, by: DumpCompanionReader(companion: companion), into: sink)
    }
  }
}

/// Places in bytes that stand for themselves.
private final class BytesLocator: Locator {
  func locate(_ offset: Int) -> Location {
    Location(byteOffset: UInt64(offset), line: 1, column: 1)
  }
}
