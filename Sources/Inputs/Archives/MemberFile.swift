package import Findings

/// A member of an archive, opened and recognised. It is read once, before the next is asked for.
package final class MemberFile {
  /// Path inside the archive in UTF-8.
  package let name: [UInt8]
  /// Seconds since 1970-01-01 UTC, where the archive says so.
  package let modified: Int64?
  /// Bytes unpacked, as the archive states them; not to be relied upon.
  package let statedSizeInBytes: UInt64?
  /// Why the member is not read at all; `recognition` then says nothing.
  package let gap: Gap?
  /// See `ArchiveMember.leadsOutside`.
  package let leadsOutside: Bool
  package let recognition: Recognition

  private let source: any ByteSource
  private let budget: ArchiveBudget
  private let depth: Int
  private let companion: DumpCompanion?
  /// Of the archive, for a tar archive that is the content of a compressed file.
  private let companions: ArchiveCompanions

  /// - Parameters:
  ///   - companion: what the rows of the member are defined by, where that is known.
  ///   - companions: where it is looked for else.
  init(
    _ member: ArchiveMember, content: any ByteSource, budget: ArchiveBudget, depth: Int,
    isCompression: Bool, companion: DumpCompanion? = nil, companions: ArchiveCompanions
  ) {
    self.companions = companions
    name = member.name
    self.budget = budget
    self.depth = depth
    modified = member.modified
    statedSizeInBytes = member.sizeInBytes
    leadsOutside = member.leadsOutside
    var gap = member.gap
    var head: [UInt8] = []
    var endOfHead: Gap?
    let rest = UnpackedSource(content, budget: budget, isCompression: isCompression)
    if gap == nil {
      (head, endOfHead) = FileProbe.start(of: rest, count: HeadSample.limitInBytes)
      // Where nothing of it can be read, there is nothing to recognise.
      if head.isEmpty { gap = endOfHead }
    }
    self.gap = gap
    var found = companion
    if gap == nil, !isCompression {
      endOfHead = companions.note(name, &head, rest: rest) ?? endOfHead
      found = companions.companion(of: name, head: head)
    }
    self.companion = found
    recognition = Recognition(
      head: Array(head.prefix(HeadSample.limitInBytes)),
      isWhole: head.count < HeadSample.limitInBytes,
      fileName: HeadSample.fileName(of: name), sizeInBytes: member.sizeInBytes,
      companion: found)
    source = HeadedSource(head: head, gap: endOfHead, rest: rest)
  }

  /// Reads the member and pushes what it holds into `sink`. A database file is held in memory, as far
  /// as the budget of the outermost archive allows.
  package func read(
    into sink: any RecordSink, capacityInBytes: Int = 256 * 1024
  ) -> ReadOutcome {
    // A database file is read by seeking.
    let held = recognition.fileReader == nil ? 0 : budget.holdUp(to: SQLite.mostMemoryInBytes)
    defer { budget.release(held) }
    return recognition.readStream(
      source, into: sink, capacityInBytes: capacityInBytes, heldLimitInBytes: held)
  }

  /// The member as an archive of its own; nil if it is none.
  ///
  /// One that can only be read by seeking is held in memory, up to 64 MiB.
  ///
  /// - Throws: why it cannot be opened.
  package func archive() throws(Gap) -> Archive? {
    guard let kind = recognition.archive else { return nil }
    guard budget.allows(depth: depth + 1) else { throw Gap(.limit) }
    let (input, heldBytes) = try ArchiveInput.arriving(source, kind: kind, budget: budget)
    return try Archive(
      input, kind: kind, name: name, budget: budget, depth: depth + 1, heldBytes: heldBytes,
      companion: kind.isCompression ? companion : nil)
  }

  /// The member as an archive that is read as its bytes come.
  func archive(depth: Int) throws(Gap) -> Archive? {
    guard let kind = recognition.archive else { return nil }
    return try Archive(
      .stream(source), kind: kind, name: name, budget: budget, depth: depth,
      companions: companions)
  }
}
