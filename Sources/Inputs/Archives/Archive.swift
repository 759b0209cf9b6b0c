package import Findings

/// An archive, or a compressed file, that was opened: gives its members one after the other.
///
/// A member is read, or passed over, before the next is asked for. Archives within archives are opened
/// by their members; all of them draw on one budget.
package final class Archive {
  /// Nil for a compressed file that is unpacked without libarchive.
  private let reader: ArchiveReader?
  private var decoded: DecodedSource?
  /// The tar or cpio archive that a compressed file was found to hold.
  private var packed: Archive?
  private let kind: ArchiveKind
  private let budget: ArchiveBudget
  private let depth: Int
  /// Name of the archive itself, from which that of the one file in a compressed one is told.
  private let name: [UInt8]
  /// What the rows of a compressed file are defined by.
  private let companion: DumpCompanion?
  /// Definitions of rows, among the members.
  private let companions: ArchiveCompanions
  /// Bytes that the archive holds in memory.
  private let heldBytes: Int

  /// - Parameters:
  ///   - name: path of the archive, `/`-separated.
  ///   - depth: 1 for a file, and for the archive that a compressed file is.
  ///   - heldBytes: are released with the archive.
  ///   - companion: what the rows of a compressed file are defined by.
  ///   - companions: where definitions of rows are found among the members; of an archive within
  ///     another one, those that were met before the rows.
  ///   - windowInBytes: see `ArchiveKind.decoder`.
  /// - Throws: `limit` beyond the deepest level, `malformed`, `truncated`, `encrypted` or `unreadable`
  ///   where it cannot be opened.
  init(
    _ input: ArchiveInput, kind: ArchiveKind, name: [UInt8], budget: ArchiveBudget, depth: Int,
    heldBytes: Int = 0, companion: DumpCompanion? = nil,
    companions: ArchiveCompanions = ArchiveCompanions(),
    windowInBytes: Int = DecoderLimits.windowInBytes
  ) throws(Gap) {
    self.companions = companions
    self.kind = kind
    self.budget = budget
    self.depth = depth
    self.name = name
    self.companion = companion
    self.heldBytes = heldBytes
    guard budget.allows(depth: depth) else { throw Gap(.limit) }
    if let decoder = kind.decoder(windowInBytes: windowInBytes) {
      reader = nil
      decoded = DecodedSource(input.source, decoder: decoder)
    } else {
      reader = try ArchiveReader(input, kind: kind, budget: budget)
    }
  }

  deinit { budget.release(heldBytes) }

  /// The archive is a document of an office program or a book (Office Open XML, ISO/IEC 29500-2;
  /// OpenDocument 1.3, part 2; EPUB), as its members met so far tell: read as the bytes of its parts, since
  /// there is no reader for it.
  package private(set) var isDocument = false

  /// The next member, recognised by its first bytes, or nil at the end.
  ///
  /// A tar archive that is compressed as a whole is one archive, not an archive in a compressed file.
  ///
  /// - Throws: what covers the rest of the archive.
  package func next() throws(Gap) -> MemberFile? {
    if let packed { return try packed.next() }
    guard let member = try nextMember() else { return nil }
    guard kind.isCompression, let inner = member.recognition.archive,
      inner == .tar || inner == .cpio
    else { return member }
    packed = try member.archive(depth: depth)
    return try packed?.next()
  }

  private func nextMember() throws(Gap) -> MemberFile? {
    if let reader {
      guard var member = try reader.next() else { return nil }
      let isPart = ["[Content_Types].xml", "mimetype"].contains {
        member.name.elementsEqual($0.utf8)
      }
      if kind == .zip, isPart { isDocument = true }
      if kind.isCompression { member.name = MemberName.uncompressed(name, kind: kind) }
      return MemberFile(
        member, content: reader, budget: budget, depth: depth, isCompression: kind.isCompression,
        companion: companion,
        companions: companions)
    }
    guard let content = decoded else { return nil }
    decoded = nil
    return MemberFile(
      ArchiveMember(name: MemberName.uncompressed(name, kind: kind)), content: content,
      budget: budget, depth: depth, isCompression: true, companion: companion,
      companions: companions)
  }
}
