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
  /// Why the source is not read (no `reader`), or read without knowing what it is.
  package let gap: Gap?
  /// Reads the source; nil when it is not to be read.
  let reader: (any FormatReader)?

  /// Whether there is anything to read; else `gap` says why not.
  package var isReadable: Bool { reader != nil }

  /// - Parameters:
  ///   - head: the first bytes of the source, at most `HeadSample.limitInBytes`.
  ///   - isWhole: the source has no more.
  ///   - sizeInBytes: of the source, where it is known.
  ///   - companion: what the rows of the source are defined by.
  init(
    head: [UInt8], isWhole: Bool, fileExtension: String, sizeInBytes: UInt64?,
    companion: DumpCompanion? = nil
  ) {
    if let script = PostgresArchiveKind(head: head) {
      self = Recognition(
        head: script.scriptHead(of: head), isWhole: false, fileExtension: "sql", sizeInBytes: nil)
      format = script.name
      isSplittable = false
      self.script = script
      return
    }
    let recognised = HeadRecognition(head, isWhole: isWhole, sizeInBytes: sizeInBytes)
    encoding = companion?.encoding ?? recognised.encoding
    archive = recognised.archive
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
      reader = PlainText()
      return
    }
    let sample = HeadSample(
      text: TextDecoder.text(of: head, in: encoding, isWhole: isWhole), isWhole: isWhole,
      fileExtension: fileExtension)
    var found: (InputFormat, any FormatReader)?
    for candidate in InputFormat.all where found == nil {
      found = candidate.reader(sample).map { (candidate, $0) }
    }
    format = found?.0.name ?? InputFormat.text.name
    isSplittable = found?.0.isSplittable ?? InputFormat.text.isSplittable
    reader = found?.1 ?? PlainText()
  }

  /// Reads a source that cannot be sought in, and hands blocks of it over where `sink` takes them.
  func readStream(
    _ source: any ByteSource, into sink: any RecordSink, capacityInBytes: Int
  ) -> ReadOutcome {
    guard isReadable, isSplittable, sink.takesBlocks else {
      return read(source, into: sink, capacityInBytes: capacityInBytes)
    }
    var splitter = StreamSplitter(source, self)
    return splitter.read(into: sink, capacityInBytes: capacityInBytes)
  }

  /// Reads `source`, or a part of it that begins at `byteOffset`, and pushes what it holds into `sink`.
  ///
  /// - Parameter isEnd: the gap of the recognition comes with this part.
  func read(
    _ source: any ByteSource, byteOffset: UInt64 = 0, isEnd: Bool = true,
    into sink: any RecordSink, capacityInBytes: Int
  ) -> ReadOutcome {
    var gaps = isEnd ? [gap].compactMap { $0 } : []
    guard let reader else {
      return ReadOutcome(
        bytesRead: 0, lines: 0, encoding: encoding, invalidSequenceCount: 0, gaps: gaps)
    }
    let produced = script?.script(of: source)
    let buffer = TextBuffer(
      source: produced ?? source, encoding: encoding, isGuess: isGuess,
      hasEscapedBytes: reader.hasEscapedBytes,
      start: Location(byteOffset: byteOffset, line: 1, column: 1),
      capacityInBytes: capacityInBytes)
    reader.read(buffer, into: sink)
    if let gap = buffer.gap { gaps.append(gap) }
    if let produced { gaps += produced.producer.gaps }
    return ReadOutcome(
      bytesRead: produced?.producer.bytesConsumed ?? buffer.bytesRead,
      lines: buffer.location(at: buffer.end).line - 1,
      encoding: buffer.encoding, invalidSequenceCount: buffer.invalidSequenceCount, gaps: gaps)
  }
}
