import Findings

/// The table of contents of an archive of `pg_dump`, turned into the statements that `pg_restore`
/// would write, entry by entry (pg_backup_archiver.c, `ReadToc`).
///
/// Definitions are passed on as they are met (in pieces if they are very long). Kept is only how the
/// data of each table are announced.
final class PostgresArchiveContents {
  /// Names and statements that are kept, in bytes.
  static let limitInBytes = 16 << 20

  private enum Step {
    case header
    case entry
    /// Of the definition that many bytes are left.
    case definition(Int)
    case entryRest
    case finished
  }

  private let archive: PostgresArchiveCursor
  private var step = Step.header
  private(set) var header: PostgresArchiveHeader?
  private var entriesLeft = 0
  private var keptInBytes = 0
  /// The dump sets the search path itself; before PostgreSQL 10.3 each entry has its schema.
  private var setsSearchPath = false
  private var schema: [UInt8] = []

  // Of the entry that is read.
  private var id = 0
  private var hasData = false
  private var description: [UInt8] = []
  private var definition: [UInt8] = []

  /// The COPY statement (empty for data that are statements) of the data of each entry that has some:
  /// by its number, and by the name of its file where data have files.
  private(set) var statements: [Int: [UInt8]] = [:]
  private(set) var statementsByFile: [[UInt8]: [UInt8]] = [:]
  private(set) var gaps: [Gap] = []

  init(_ archive: PostgresArchiveCursor) {
    self.archive = archive
  }

  /// Appends what comes next to `output`. False when all entries were read.
  func produce(into output: inout [UInt8]) throws(Gap) -> Bool {
    switch step {
    case .header: try readHeader(into: &output)
    case .entry: try readEntry(into: &output)
    case .definition(let left):
      let bytes = try archive.cursor.some(atMost: left)
      output += bytes
      step = .definition(left - bytes.count)
      if left == bytes.count {
        output += Array("\n\n".utf8)
        step = .entryRest
      }
    case .entryRest: try readEntryRest(into: &output)
    case .finished: return false
    }
    return true
  }

  private func readHeader(into output: inout [UInt8]) throws(Gap) {
    let header = try PostgresArchiveHeader(archive)
    self.header = header
    entriesLeft = try archive.integer()
    guard entriesLeft >= 0 else { throw Gap(.malformed, at: archive.cursor.offset) }
    output += Array("--\n-- PostgreSQL database dump\n--\n\n-- Dumped from database version ".utf8)
    output += header.serverVersion.prefix(64).filter { $0 >= 0x20 }
    output += Array("\n\n".utf8)
    step = entriesLeft == 0 ? .finished : .entry
  }

  private func readEntry(into output: inout [UInt8]) throws(Gap) {
    id = try archive.integer()
    hasData = try archive.integer() != 0
    // Of the table of the catalogue, and in it.
    try archive.skipString()
    try archive.skipString()
    try archive.skipString()
    description = try archive.string() ?? []
    if let header, header.version >= 11 { _ = try archive.integer() }
    if description.elementsEqual("SEARCHPATH".utf8) { setsSearchPath = true }
    let length = try archive.stringLength() ?? 0
    let isShort = length <= PostgresArchiveCursor.longestStringInBytes
    definition = isShort ? try archive.cursor.bytes(length) : []
    step = isShort ? .entryRest : .definition(length)
  }

  private func readEntryRest(into output: inout [UInt8]) throws(Gap) {
    let version = header?.version ?? 0
    // The statement that drops it.
    try archive.skipString()
    let statement = try archive.string() ?? []
    let namespace = try archive.string() ?? []
    try archive.skipString()
    if version >= 14 { try archive.skipString() }
    if version >= 16 { _ = try archive.integer() }
    // Owner; whether the table has object identifiers.
    try archive.skipString()
    try archive.skipString()
    while try archive.skipString() {}
    var file: [UInt8]?
    if header?.form == .custom {
      // Where the data stand: a flag, and the offset.
      try archive.cursor.skip(1 + archive.offsetSize)
    } else {
      file = try archive.string()
    }
    if hasData { keep(statement, in: namespace, file: file) }
    entriesLeft -= 1
    step = entriesLeft == 0 ? .finished : .entry
    guard !definition.isEmpty else { return }
    setSchema(namespace, into: &output)
    output += definition
    output += Array("\n\n".utf8)
  }

  private func keep(_ statement: [UInt8], in namespace: [UInt8], file: [UInt8]?) {
    var text: [UInt8] = []
    setSchema(namespace, into: &text, always: true)
    text += statement
    keptInBytes += text.count + 128
    guard keptInBytes <= Self.limitInBytes else {
      if gaps.isEmpty { gaps.append(Gap(.limit, at: archive.cursor.offset)) }
      return
    }
    if let file, !file.isEmpty { statementsByFile[file] = text } else { statements[id] = text }
  }

  private func setSchema(
    _ namespace: [UInt8], into output: inout [UInt8], always: Bool = false
  ) {
    guard !setsSearchPath, !namespace.isEmpty, always || namespace != schema else { return }
    if !always { schema = namespace }
    output += Array("SET search_path = \"".utf8)
    for byte in namespace {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output += Array("\", pg_catalog;\n\n".utf8)
  }
}
