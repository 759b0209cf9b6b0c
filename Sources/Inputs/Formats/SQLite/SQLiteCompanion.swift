import Findings

/// A log, journal or shared memory that SQLite keeps beside a database file.
///
/// What it holds is read with the database. Where there is none beside it, its bytes are searched as they
/// are, and that is a gap: a page of a table is no text.
struct SQLiteCompanion: FileReader {
  /// What its name has more than the database's.
  let suffix: String
  /// The word of `coverage.csv`.
  let format: String

  /// The companion that begins with `head`, or nil. (sqlite.org/fileformat2.html, 3 and 4.1;
  /// sqlite.org/walformat.html, 1.1: the number in the order of the machine's bytes)
  init?(_ head: [UInt8]) {
    switch head.prefix(4) {
    case [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83]:
      suffix = "-wal"
    case [0xD9, 0xD5, 0x05, 0xF9] where head.starts(with: Self.journalMagic):
      suffix = "-journal"
    case [0x18, 0xE2, 0x2D, 0x00], [0x00, 0x2D, 0xE2, 0x18]:
      suffix = "-shm"
    default:
      return nil
    }
    format = "sqlite" + suffix
  }

  private static let journalMagic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  func read(_ file: StoredFile, into sink: any RecordSink) {
    do throws(Gap) {
      let owner = try file.owner(withoutSuffix: suffix)
      guard try owner?.head(SQLite.magic.count) != SQLite.magic else { return }
    } catch {
      sink.gap(error)
    }
    // The index of a log holds no values.
    guard suffix != "-shm" else { return }
    sink.gap(Gap(.unsupportedData))
    let buffer = TextBuffer(source: AccessSource(file.bytes), encoding: .utf8)
    PlainText().read(buffer, into: sink)
    if let gap = buffer.gap { sink.gap(gap) }
  }
}
