import Findings

/// Turns an archive of `pg_dump -Fc` into the SQL script that `pg_restore -f -` would write of it,
/// with all definitions first, in one pass and bounded memory (pg_backup_custom.c). Of the `toc.dat`
/// of `pg_dump -Fd` it gives the definitions.
///
/// The data of a table whose compression is broken are left out from there on, as `malformed`; the
/// tables behind it are read. Data in a compression that is not known are `unsupportedData`; the
/// definitions before them are read.
final class PostgresArchiveScript: ByteProducer {
  private enum Step {
    case contents
    case block
    /// Between the chunks of a table's data, or of a large object's if that is so.
    case chunk(isObject: Bool)
    /// Within a chunk, of which that many bytes are left.
    case data(Int, isObject: Bool)
    case object
    case end
    case finished
  }

  private let archive: PostgresArchiveCursor
  private let contents: PostgresArchiveContents
  private var step = Step.contents
  private var decoder: ChunkDecoder?
  /// The data of this entry cannot be read on; its chunks are passed over.
  private var isBroken = false
  private var seen: Set<Int> = []
  private var ownGaps: [Gap] = []

  init(_ source: any ByteSource) {
    archive = PostgresArchiveCursor(ByteCursor(source))
    contents = PostgresArchiveContents(archive)
  }

  var bytesConsumed: UInt64 { archive.cursor.offset }
  var gaps: [Gap] { contents.gaps + ownGaps }

  func produce(into output: inout [UInt8]) throws(Gap) -> Bool {
    if let decoder, !decoder.needsInput, !isBroken {
      try decode(decoder, into: &output)
      return true
    }
    switch step {
    case .contents:
      if try !contents.produce(into: &output) { try beginData() }
    case .block: try readBlock(into: &output)
    case .chunk(let isObject): try readChunk(isObject: isObject, into: &output)
    case .data(let left, let isObject): try readData(left, isObject: isObject, into: &output)
    case .object: try readObject()
    case .end:
      output += Array("\n--\n-- PostgreSQL database dump complete\n--\n\n".utf8)
      step = .finished
    case .finished: return false
    }
    return true
  }

  private func beginData() throws(Gap) {
    guard contents.header?.form == .custom else {
      // The file of contents of a directory: the data have files of their own.
      step = .end
      return
    }
    step = .block
    switch contents.header?.compression {
    case .some(.none): break
    case .zlib: decoder = try ChunkDecoder(GzipDecoder(.zlib))
    case .lz4: decoder = try ChunkDecoder(LZ4Decoder())
    case .zstd: decoder = try ChunkDecoder(ZstdDecoder())
    case nil:
      // A dump of definitions only has nothing that is compressed.
      if !contents.statements.isEmpty { throw Gap(.unsupportedData, at: archive.cursor.offset) }
    }
  }

  private func readBlock(into output: inout [UInt8]) throws(Gap) {
    if try archive.cursor.isAtEnd() {
      guard contents.statements.keys.allSatisfy(seen.contains) else {
        throw Gap(.truncated, at: archive.cursor.offset)
      }
      step = .end
      return
    }
    let kind = try archive.cursor.byte()
    let id = try archive.integer()
    isBroken = false
    seen.insert(id)
    switch kind {
    case 1:
      output += contents.statements[id] ?? []
      try begin(isObject: false)
    case 3: step = .object
    default: throw Gap(.malformed, at: archive.cursor.offset)
    }
  }

  private func begin(isObject: Bool) throws(Gap) {
    try decoder?.reset()
    isBroken = false
    step = .chunk(isObject: isObject)
  }

  /// A large object: its number, 0 behind the last, and its bytes.
  private func readObject() throws(Gap) {
    let number = try archive.integer()
    if number == 0 { step = .block } else { try begin(isObject: true) }
  }

  private func readChunk(isObject: Bool, into output: inout [UInt8]) throws(Gap) {
    let length = try archive.integer()
    guard length >= 0 else { throw Gap(.malformed, at: archive.cursor.offset) }
    guard length == 0 else {
      step = .data(length, isObject: isObject)
      return
    }
    if let decoder, !decoder.isFinished, !isBroken { noteBroken(into: &output) }
    step = isObject ? .object : .block
  }

  private func readData(_ left: Int, isObject: Bool, into output: inout [UInt8]) throws(Gap) {
    let bytes = try archive.cursor.some(atMost: min(left, ChunkDecoder.stepInBytes))
    step =
      left == bytes.count
      ? .chunk(isObject: isObject) : .data(left - bytes.count, isObject: isObject)
    guard !isBroken else { return }
    if let decoder {
      decoder.feed(Array(bytes))
    } else if isObject {
      PostgresLargeObject.append(bytes, to: &output)
    } else {
      output += bytes
    }
  }

  private func decode(_ decoder: ChunkDecoder, into output: inout [UInt8]) throws(Gap) {
    do throws(Gap) {
      guard case .chunk(true) = step else {
        guard case .data(_, true) = step else { return try decoder.decode(into: &output) }
        return try decodeObject(decoder, into: &output)
      }
      try decodeObject(decoder, into: &output)
    } catch {
      noteBroken(into: &output)
    }
  }

  private func decodeObject(_ decoder: ChunkDecoder, into output: inout [UInt8]) throws(Gap) {
    var bytes: [UInt8] = []
    try decoder.decode(into: &bytes)
    PostgresLargeObject.append(bytes[...], to: &output)
  }

  /// Ends the table's rows where its data break off.
  private func noteBroken(into output: inout [UInt8]) {
    isBroken = true
    if ownGaps.count < 16 { ownGaps.append(Gap(.malformed, at: archive.cursor.offset)) }
    output += Array("\n\\.\n\n".utf8)
  }
}
