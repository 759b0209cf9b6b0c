package import Findings

/// What was recognised of a source before it is read.
package struct Recognition: Sendable {
  /// The word of `coverage.csv`: `text`, `csv` and so on for what is read, `png`, `zip` and the
  /// like for what is known by its first bytes and not read.
  package let format: String
  /// UTF-8 where `isGuess`; the outcome of the reading tells what it came to.
  package let encoding: TextEncoding
  /// The encoding is UTF-8 for want of a byte that says otherwise, and each part decides again.
  package let isGuess: Bool
  /// Lines may be read apart from one another.
  package let isSplittable: Bool
  /// What its members are unpacked by, for an archive or a compressed file.
  package let archive: ArchiveKind?
  /// Where the archive begins.
  let archiveByteOffset: UInt64
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
  init(head: [UInt8], isWhole: Bool, fileExtension: String, sizeInBytes: UInt64?) {
    let recognised = HeadRecognition(head, isWhole: isWhole, sizeInBytes: sizeInBytes)
    encoding = recognised.encoding
    archive = recognised.archive
    archiveByteOffset = 0
    isGuess = recognised.isGuess
    gap = recognised.gap.map { Gap($0.reason, bytes: recognised.isReadable ? nil : sizeInBytes) }
    guard recognised.isReadable else {
      format = recognised.kind
      isSplittable = false
      reader = nil
      return
    }
    guard gap == nil else {
      format = InputFormat.text.name
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
  }

  /// The file is a program, or something binary, which may have an archive behind it.
  var mayBeSelfExtracting: Bool {
    guard archive == nil else { return false }
    return ["windows-program", "elf"].contains(format) || gap?.reason == .unknownEncoding
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
    let buffer = TextBuffer(
      source: source, encoding: encoding, isGuess: isGuess, byteOffset: byteOffset,
      capacityInBytes: capacityInBytes)
    reader.read(buffer, into: sink)
    if let gap = buffer.gap { gaps.append(gap) }
    return ReadOutcome(
      bytesRead: buffer.bytesRead, lines: buffer.location(at: buffer.end).line - 1,
      encoding: buffer.encoding, invalidSequenceCount: buffer.invalidSequenceCount, gaps: gaps)
  }
}
