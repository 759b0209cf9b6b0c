package import Findings

/// An open source: a regular file or standard input, recognised and ready to be read.
///
/// Several workers may read parts of one at a time. The descriptor is closed with its last user.
package final class SourceFile: Sendable {
  /// What was recognised of it.
  package let recognition: Recognition
  /// Size when it was opened; nil for standard input.
  package let sizeInBytes: UInt64?
  /// Seconds since 1970-01-01 UTC of the last change of the content; nil for standard input.
  package let modified: Int64?

  private let file: OpenFile
  /// Where it was opened; nil for a stream.
  private let path: [UInt8]?
  private let status: FileStatus?
  /// The first bytes; they are not read twice.
  private let head: [UInt8]

  private init(
    file: OpenFile, path: [UInt8]?, status: FileStatus?, head: [UInt8], recognition: Recognition
  ) {
    self.file = file
    self.path = path
    self.status = status
    self.head = head
    self.recognition = recognition
    sizeInBytes = status?.sizeInBytes
    modified = status?.modifiedSeconds
  }

  /// Opens `path` (bytes as the system keeps them, of any length) and reads up to 64 KiB of it.
  ///
  /// - Parameter followingLinks: for a path that the user named; a path from a walk is not
  ///   followed if it has become a link since.
  /// - Throws: `unreadable` with the error number (a file that has vanished among them), `special`
  ///   if it is no regular file.
  package static func open(
    path: [UInt8], followingLinks: Bool = false
  ) throws(Gap) -> SourceFile {
    let file = try OpenFile(path: path, followingLinks: followingLinks)
    let status = try FileStatus(of: file)
    guard status.kind == .regular else { throw Gap(.special) }
    // No more than its size, where it has one: the end of a small file need not be asked for.
    let wanted = status.sizeInBytes > 0 ? status.sizeInBytes : .max
    let head = try FileProbe(file: file).bytes(
      at: 0, count: Int(min(UInt64(HeadSample.limitInBytes), wanted)))
    var recognition = Recognition(
      head: head, isWhole: head.count < HeadSample.limitInBytes,
      fileName: HeadSample.fileName(of: path), sizeInBytes: status.sizeInBytes,
      companion: DumpCompanion.find(path: path))
    if recognition.mayBeSelfExtracting,
      let found = try SelfExtractor.archive(in: file, sizeInBytes: status.sizeInBytes)
    {
      recognition = Recognition(archive: found.kind, byteOffset: found.byteOffset)
    }
    return SourceFile(
      file: file, path: path, status: status, head: head, recognition: recognition)
  }

  /// Standard input, whose first 64 KiB are read to recognise it. It can be read once.
  ///
  /// - Throws: `unreadable` with the error number.
  package static func standardInput() throws(Gap) -> SourceFile {
    try stream(OpenFile(descriptor: 0, closesOnDeinit: false))
  }

  /// A stream that cannot be sought in.
  package static func stream(_ file: OpenFile) throws(Gap) -> SourceFile {
    let head = try FileProbe.bytes(of: StreamSource(file), count: HeadSample.limitInBytes)
    let recognition = Recognition(
      head: head, isWhole: head.count < HeadSample.limitInBytes, fileName: [],
      sizeInBytes: nil)
    return SourceFile(
      file: file, path: nil, status: nil, head: head, recognition: recognition)
  }

  /// The parts to read a large file in, in order; nil when it is to be read whole.
  package func parts() -> PartPlanner? {
    guard let sizeInBytes, recognition.isReadable, recognition.isSplittable,
      sizeInBytes > PartPlanner.splitSizeInBytes
    else { return nil }
    return PartPlanner(file: file, sizeInBytes: sizeInBytes, encoding: recognition.encoding)
  }

  /// Reads the source, or `part` of it, and pushes what it holds into `sink`.
  ///
  /// What the source held when it was opened is read. The gap of the recognition and what shows
  /// only at the end (a change of the file meanwhile) come with the whole or the last part.
  package func read(
    part: Part? = nil, into sink: any RecordSink, capacityInBytes: Int = 256 * 1024
  ) -> ReadOutcome {
    guard status != nil else {
      return recognition.readStream(source(nil), into: sink, capacityInBytes: capacityInBytes)
    }
    let isEnd = part?.isLast ?? true
    var outcome = recognition.read(
      source(part), byteOffset: part?.byteOffset ?? 0, isEnd: isEnd, stored: stored, into: sink,
      capacityInBytes: capacityInBytes)
    if isEnd, let change = change() { outcome.gaps.append(change) }
    return outcome
  }

  /// The file as an archive; nil if it is none.
  ///
  /// - Parameters:
  ///   - path: its path, from which the name of what a compressed file holds is told.
  ///   - onRead: is told how many bytes of the file were read, each time; those that a seek leads back to
  ///     again.
  /// - Throws: why it cannot be opened.
  package func archive(
    path: [UInt8], limits: ArchiveLimits, onRead: @escaping (Int) -> Void = { _ in }
  ) throws(Gap) -> Archive? {
    guard let kind = recognition.archive else { return nil }
    let companions = ArchiveCompanions { (companions: ArchiveCompanions) throws(Gap) in
      // Nobody is told of the bytes that are read twice.
      try self.status == nil
        ? nil
        : self.archive(
          kind, path, ArchiveBudget(limits) { _ in }, companions: companions,
          windowInBytes: DecoderLimits.windowAheadInBytes)
    }
    return try archive(
      kind, path, ArchiveBudget(limits, onRead: onRead), companions: companions,
      windowInBytes: DecoderLimits.windowInBytes)
  }

  private func archive(
    _ kind: ArchiveKind, _ path: [UInt8], _ budget: ArchiveBudget, companions: ArchiveCompanions,
    windowInBytes: Int
  ) throws(Gap) -> Archive {
    let (input, heldBytes): (ArchiveInput, Int)
    if let status, status.sizeInBytes > 0 {
      let start = recognition.archiveByteOffset
      let packed = FileSource(file, start: start, limit: status.sizeInBytes - start)
      let metered = MeteredFile(packed, budget: budget)
      (input, heldBytes) = (try needsStream ? .stream(metered) : .seekable(metered), 0)
    } else {
      (input, heldBytes) = try ArchiveInput.arriving(
        MeteredSource(source(nil), budget: budget), kind: kind, budget: budget)
    }
    return try Archive(
      input, kind: kind, name: path, budget: budget, depth: 1, heldBytes: heldBytes,
      companion: status != nil && kind.isCompression ? DumpCompanion.find(path: path) : nil,
      companions: companions, windowInBytes: windowInBytes)
  }

  /// A zip archive of very many members is read as they come, since libarchive keeps all entries of the
  /// directory at the end in memory (some 150 bytes each).
  private var needsStream: Bool {
    get throws(Gap) {
      guard recognition.archive == .zip, let sizeInBytes, head.starts(with: [0x50, 0x4B, 3, 4])
      else { return false }
      let size = try SelfExtractor.directorySize(FileProbe(file: file), sizeInBytes)
      return size?.directory ?? 0 > Self.zipDirectoryLimitInBytes
    }
  }

  private static let zipDirectoryLimitInBytes = 16 << 20

  /// `changed` when the file is not the one that was opened any more.
  package func change() -> Gap? {
    guard let status, status.sizeInBytes > 0 || head.isEmpty else { return nil }
    do {
      let now = try FileStatus(of: file)
      return now == status ? nil : Gap(.changed)
    } catch {
      return error
    }
  }

  /// The file, to be read at any place; nil for a stream.
  private var stored: StoredFile? {
    guard let sizeInBytes, sizeInBytes > 0 else { return nil }
    return StoredFile(FileAccess(file, sizeInBytes: sizeInBytes), path: path)
  }

  private func source(_ part: Part?) -> any ByteSource {
    guard let status else { return HeadedSource(head: head, rest: StreamSource(file)) }
    if let part {
      return FileSource(file, start: part.byteOffset, limit: part.lengthInBytes, head: head)
    }
    // Files of /proc and /sys have content but no size.
    let limit = status.sizeInBytes > 0 ? status.sizeInBytes : nil
    return FileSource(file, limit: limit, head: head)
  }
}
