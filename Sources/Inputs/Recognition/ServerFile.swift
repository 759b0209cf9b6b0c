import Sieve

/// Files of database servers and their backup programs that no reader knows, told by how their first
/// page is laid out.
///
/// Their values stand in them as they are, page by page, unless the server compresses them: they are
/// searched as bytes, so that what is ASCII is found, and are a gap all the same.
enum ServerFile {
  /// The word of `coverage.csv`, or nil for any other file.
  static func kind(_ head: [UInt8], sizeInBytes: UInt64?) -> String? {
    for (kind, offset, bytes) in marks
    where head.count >= offset + bytes.count && head[offset] == bytes[0]
      && head[offset...].starts(with: bytes)
    {
      return kind
    }
    if isInnoDB(head) { return "innodb" }
    if isHeap(head, sizeInBytes: sizeInBytes) { return "postgres-table" }
    if isDataPump(head) { return "oracle-data-pump" }
    return nil
  }

  private static let marks: [(kind: String, offset: Int, bytes: [UInt8])] = [
    // Oracle's `exp`: a word for the character set, then its name and version.
    ("oracle-export", 2, Array("TEXPORT:V".utf8)), ("oracle-export", 2, Array("DEXPORT:V".utf8)),
    ("oracle-export", 3, Array("EXPORT:V".utf8)),
    // MySQL: `.frm` (sql/table.cc), `.MYI` and `.MAI`, the binary log, streams of xtrabackup.
    ("mysql-definition", 0, [0xFE, 0x01, 0x09]), ("mysql-definition", 0, [0xFE, 0x01, 0x0A]),
    ("myisam-index", 0, [0xFE, 0xFE, 0x07]), ("aria-index", 0, [0xFE, 0xFE, 0x09]),
    ("mysql-binary-log", 0, [0xFE, 0x62, 0x69, 0x6E]), ("xtrabackup", 0, Array("XBSTCK01".utf8)),
    // SQL Server: the file header page of a data file; a compressed backup.
    ("sql-server-data", 0, [0x01, 0x0F, 0x00, 0x00]),
    ("sql-server-backup", 0, Array("MSSQLBAK".utf8)),
  ]

  /// The first page of a tablespace: page 0 of the type FSP_HDR, its space in the page's header and
  /// once more in its own (MySQL 8.0, fil0types.h and fsp0fsp.h).
  private static func isInnoDB(_ head: [UInt8]) -> Bool {
    head.count >= 16_384 && head[4..<8].allSatisfy { $0 == 0 } && head[24] == 0 && head[25] == 8
      && head[34..<38].elementsEqual(head[38..<42])
  }

  /// A page of a table or index (PostgreSQL 15, bufpage.h): 8 KiB, version 4, its three borders in
  /// order.
  private static func isHeap(_ head: [UInt8], sizeInBytes: UInt64?) -> Bool {
    guard head.count >= 8192, (sizeInBytes ?? 0) % 8192 == 0, head[18] == 4, head[19] == 0x20
    else { return false }
    let borders = [12, 14, 16].map { Int(head[$0]) | Int(head[$0 + 1]) << 8 }
    return borders[0] >= 24 && borders[0] <= borders[1] && borders[1] <= borders[2]
      && borders[2] <= 8192
  }

  /// The header of a file of `expdp` names the job that wrote it.
  private static func isDataPump(_ head: [UInt8]) -> Bool {
    let start = head.prefix(512)
    guard ByteCounts.zeros(in: start.span) > 0 else { return false }
    let mark = Array("SYS_EXPORT_".utf8)
    return start.indices.contains { start[$0] == mark[0] && start[$0...].starts(with: mark) }
  }
}
