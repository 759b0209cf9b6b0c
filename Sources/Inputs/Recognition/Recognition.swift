package import Findings

/// What was recognised of a source before it is read.
package struct Recognition: Sendable {
  /// The word of `coverage.csv`: `text`, `csv` and so on for what is read, `png`, `zip` and the
  /// like for what is known by its first bytes and not read.
  package private(set) var format: String
  /// UTF-8 where `isGuess`; the outcome of the reading tells what it came to.
  package let encoding: TextEncoding
  /// The encoding is UTF-8 for want of a byte that says otherwise, and each part decides again.
  package let isGuess: Bool
  /// Lines may be read apart from one another.
  package private(set) var isSplittable: Bool
  /// What its members are unpacked by, for an archive or a compressed file.
  package let archive: ArchiveKind?
  /// The source is read as the script that it stands for.
  private var script: PostgresArchiveKind?
  /// Where the archive begins.
  let archiveByteOffset: UInt64
  /// Why the source is not read (no `reader`), or read without knowing what it is.
  package let gap: Gap?
  /// Reads the source; nil when it is not to be read.
  let reader: (any FormatReader)?
  /// Reads a source that is no text; nil where `reader` does, or nothing.
  let fileReader: (any FileReader)?

  /// Whether there is anything to read; else `gap` says why not.
  package var isReadable: Bool { reader != nil || fileReader != nil }

  /// - Parameters:
  ///   - head: the first bytes of the source, at most `HeadSample.limitInBytes`.
  ///   - isWhole: the source has no more.
  ///   - fileName: the last name of the source's path; empty for a stream.
  ///   - sizeInBytes: of the source, where it is known.
  ///   - companion: what the rows of the source are defined by.
  init(
    head: [UInt8], isWhole: Bool, fileName: [UInt8], sizeInBytes: UInt64?,
    companion: DumpCompanion? = nil
  ) {
    if let script = PostgresArchiveKind(head: head) {
      self = Recognition(
        head: script.scriptHead(of: head), isWhole: false, fileName: Array("dump.sql".utf8),
        sizeInBytes: nil)
      format = script.name
      isSplittable = false
      self.script = script
      return
    }
    let recognised = HeadRecognition(head, isWhole: isWhole, sizeInBytes: sizeInBytes)
    archive = recognised.archive
    archiveByteOffset = 0
    if let stored = Self.storedFormat(head, kind: recognised.kind) {
      format = stored.format
      encoding = SQLite.encoding(of: head)
      isGuess = false
      isSplittable = false
      gap = nil
      reader = nil
      fileReader = stored.reader
      return
    }
    fileReader = nil
    if let binary = Self.binaryFormat(head, recognised, fileName: fileName) {
      format = binary.format
      encoding = .utf8
      isGuess = false
      isSplittable = false
      gap = nil
      reader = binary.reader
      return
    }
    encoding = companion?.encoding ?? recognised.encoding
    isGuess = recognised.isGuess && companion?.encoding == nil
    // Rows may well hold more bytes that are no text than text has.
    gap =
      companion != nil && recognised.isReadable
      ? nil
      : recognised.gap.map { Gap($0.reason, bytes: recognised.isReadable ? nil : sizeInBytes) }
    guard recognised.isReadable else {
      format = recognised.kind
      isSplittable = false
      reader = nil
      return
    }
    if let companion {
      format = companion.format
      isSplittable = false
      reader = companion.reader
      return
    }
    if let gap {
      format = gap.reason == .unsupportedData ? recognised.kind : InputFormat.text.name
      isSplittable = InputFormat.text.isSplittable
      reader = PlainText(opensDocuments: true)
      return
    }
    let sample = HeadSample(
      text: TextDecoder.text(of: head, in: encoding, isWhole: isWhole), isWhole: isWhole,
      fileExtension: HeadSample.fileExtension(of: fileName))
    var found: (InputFormat, any FormatReader)?
    for candidate in InputFormat.all where found == nil {
      found = candidate.reader(sample).map { (candidate, $0) }
    }
    format = found?.0.name ?? InputFormat.text.name
    isSplittable = found?.0.isSplittable ?? InputFormat.text.isSplittable
    reader = found?.1 ?? PlainText(opensDocuments: true)
  }

  /// A file that is an archive behind other bytes.
  ///
  /// - Parameter byteOffset: where it is read from.
  init(archive kind: ArchiveKind, byteOffset: UInt64) {
    archiveByteOffset = byteOffset
    format = kind.rawValue
    encoding = .utf8
    isGuess = false
    isSplittable = false
    archive = kind
    gap = nil
    reader = nil
    fileReader = nil
  }

  /// The file is a program, or something binary, which may have an archive behind it.
  var mayBeSelfExtracting: Bool {
    guard archive == nil else { return false }
    return ["windows-program", "elf"].contains(format) || gap?.reason == .unknownEncoding
  }

  /// Reads a source that cannot be sought in, and hands blocks of it over where `sink` takes them.
  func readStream(
    _ source: any ByteSource, into sink: any RecordSink, capacityInBytes: Int,
    heldLimitInBytes: Int = SQLite.mostMemoryInBytes
  ) -> ReadOutcome {
    guard isReadable, isSplittable, sink.takesBlocks else {
      return read(
        source, into: sink, capacityInBytes: capacityInBytes, heldLimitInBytes: heldLimitInBytes)
    }
    var splitter = StreamSplitter(source, self)
    return splitter.read(into: sink, capacityInBytes: capacityInBytes)
  }

  /// Reads `source`, or a part of it that begins at `byteOffset`, and pushes what it holds into `sink`.
  ///
  /// - Parameters:
  ///   - isEnd: the gap of the recognition comes with this part.
  ///   - stored: the same source, if it can be read at any place; else, where that is needed, it is held
  ///     in memory, up to `heldLimitInBytes`.
  func read(
    _ source: any ByteSource, byteOffset: UInt64 = 0, isEnd: Bool = true,
    stored: StoredFile? = nil, into sink: any RecordSink, capacityInBytes: Int,
    heldLimitInBytes: Int = SQLite.mostMemoryInBytes
  ) -> ReadOutcome {
    if let fileReader {
      return read(
        source, stored: stored, with: fileReader, heldLimitInBytes, into: NestedValues(sink))
    }
    var gaps = isEnd ? [gap].compactMap { $0 } : []
    guard let reader else {
      return ReadOutcome(
        bytesRead: 0, lines: 0, encoding: encoding, invalidSequenceCount: 0, gaps: gaps)
    }
    let produced = script?.script(of: source)
    let isPlain = reader is PlainText
    let buffer = TextBuffer(
      source: produced ?? source, encoding: encoding, isGuess: isGuess,
      hasEscapedBytes: reader.hasEscapedBytes,
      start: Location(byteOffset: byteOffset, line: 1, column: 1),
      capacityInBytes: capacityInBytes)
    // Values of tables may be documents themselves.
    reader.read(buffer, into: isPlain ? sink : NestedValues(sink))
    if let gap = buffer.gap { gaps.append(gap) }
    if let produced { gaps += produced.producer.gaps }
    return ReadOutcome(
      bytesRead: produced?.producer.bytesConsumed ?? buffer.bytesRead,
      lines: buffer.location(at: buffer.end).line - 1,
      encoding: buffer.encoding, invalidSequenceCount: buffer.invalidSequenceCount, gaps: gaps)
  }

  /// Reads a source that is no text.
  private func read(
    _ source: any ByteSource, stored: StoredFile?, with reader: any FileReader,
    _ heldLimitInBytes: Int, into sink: any RecordSink
  ) -> ReadOutcome {
    var outcome = ReadOutcome(
      bytesRead: 0, lines: 0, encoding: encoding, invalidSequenceCount: 0, gaps: [])
    let file: StoredFile
    if let stored {
      file = stored
    } else {
      let held = MemoryAccess(source, limitInBytes: heldLimitInBytes)
      if let gap = held.gap { outcome.gaps.append(gap) }
      file = StoredFile(held, path: nil)
    }
    outcome.bytesRead = file.bytes.sizeInBytes
    reader.read(file, into: sink)
    return outcome
  }

  /// The reader of a file that is no text.
  private static func storedFormat(
    _ head: [UInt8], kind: String
  ) -> (format: String, reader: any FileReader)? {
    if kind == "sqlite" { return (kind, SQLite()) }
    return SQLiteCompanion(head).map { ($0.format, $0) }
  }

  /// The reader of a stream that is no text.
  private static func binaryFormat(
    _ head: [UInt8], _ recognised: HeadRecognition, fileName: [UInt8]
  ) -> (format: String, reader: any FormatReader)? {
    if head.starts(with: BSON.archiveMagic) { return ("mongodump-archive", BSON.archive) }
    // By its name, what was cut off within the first document or is broken there.
    let isNamed = HeadSample.fileExtension(of: fileName) == "bson" && recognised.kind.isEmpty
    let isBSON =
      recognised.kind == "bson"
      || isNamed && (recognised.gap != nil || HeadRecognition.isBSON(head, sizeInBytes: nil))
    return isBSON ? ("bson", BSON.documents(fileName: fileName)) : nil
  }
}
