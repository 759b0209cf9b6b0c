import Findings

/// The definitions of dumps of many files among the members of an archive, kept for the rows.
///
/// Definitions that were met before the rows are at hand. Where some are wanted that were not, and the
/// archive is a file, it is gone through a second time, once, for those that come later.
final class ArchiveCompanions: CompanionFiles {
  /// Definitions, all together; what is beyond is not kept, and its rows have no columns.
  private static let limitInBytes = 16 << 20
  /// A member of definitions of one table; `toc.dat` may be longer.
  private static let longestDefinitionsInBytes = HeadSample.limitInBytes

  private var definitions: [[UInt8]: [UInt8]] = [:]
  private var contents: [[UInt8]: CompanionFile.Contents] = [:]
  private var keptInBytes = 0
  /// Opens the archive anew; nil where that is done, or cannot be.
  private var reopen: ((ArchiveCompanions) throws(Gap) -> Archive?)?

  /// - Parameter reopen: opens the archive anew, what it holds to be noted here; nil where it comes as a
  ///   stream.
  init(_ reopen: ((ArchiveCompanions) throws(Gap) -> Archive?)? = nil) {
    self.reopen = reopen
  }

  /// Keeps a member that holds definitions.
  ///
  /// - Parameters:
  ///   - head: its first bytes; gets more of them where all are wanted.
  ///   - rest: what follows.
  /// - Returns: the gap that ended the reading, if more was read.
  func note(_ name: [UInt8], _ head: inout [UInt8], rest: any ByteSource) -> Gap? {
    let plain = DumpCompanion.withoutCompression(name)
    if Self.lastName(name).elementsEqual("toc.dat".utf8),
      head.starts(with: PostgresArchiveHeader.magic)
    {
      return noteContents(name, &head, rest)
    }
    guard DumpCompanion.ends(plain, with: ".sql"), definitions[plain] == nil else { return nil }
    var text = head
    if plain.count < name.count {
      guard let decoded = Self.decoded(head, of: name) else { return nil }
      text = decoded
    }
    guard text.count < Self.longestDefinitionsInBytes, CompanionFile.holds("CREATE ", in: text),
      keep(text.count)
    else { return nil }
    definitions[plain] = text
    return nil
  }

  private func noteContents(
    _ name: [UInt8], _ head: inout [UInt8], _ rest: any ByteSource
  ) -> Gap? {
    guard contents[name] == nil else { return nil }
    var gap: Gap?
    if head.count == HeadSample.limitInBytes {
      let more: [UInt8]
      (more, gap) = FileProbe.start(of: rest, count: CompanionFile.limitInBytes - head.count)
      head += more
    }
    guard let read = CompanionFile.contents(of: BytesSource(head)),
      keep(
        read.definitions.count
          + read.statements.values.reduce(0) { $0 + $1.count + 64 })
    else { return gap }
    contents[name] = read
    return gap
  }

  private func keep(_ count: Int) -> Bool {
    guard keptInBytes + count <= Self.limitInBytes else { return false }
    keptInBytes += count
    return true
  }

  /// What a short compressed member holds.
  private static func decoded(_ head: [UInt8], of name: [UInt8]) -> [UInt8]? {
    guard head.count < HeadSample.limitInBytes,
      let ending = DumpCompanion.compressionEndings.first(where: {
        DumpCompanion.ends(name, with: $0)
      }), let source = CompanionFile.decoded(BytesSource(head), ending: ending)
    else { return nil }
    return FileProbe.start(of: source, count: longestDefinitionsInBytes).0
  }

  /// What the rows of a member are defined by; nil where it holds none, or they are not to be found.
  func companion(of name: [UInt8], head: [UInt8]) -> DumpCompanion? {
    guard
      let rows = DumpCompanion.RowsName(
        DumpCompanion.withoutCompression(Array(Self.lastName(name))))
    else { return nil }
    if let found = DumpCompanion.find(path: name, in: self) { return found }
    // Most texts are no rows: those have tabs.
    if rows == .outfile, DumpCompanion.ends(name, with: ".txt"), !head.prefix(4096).contains(0x09) {
      return nil
    }
    guard let reopen else { return nil }
    self.reopen = nil
    do throws(Gap) {
      if let archive = try reopen(self) { while try archive.next() != nil {} }
    } catch {
      // Whoever reads the archive meets what is wrong with it.
    }
    return DumpCompanion.find(path: name, in: self)
  }

  private static func lastName(_ name: [UInt8]) -> ArraySlice<UInt8> {
    name[(name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
  }

  // MARK: CompanionFiles

  func definitions(_ path: [UInt8], by program: SQLDialect?) -> [UInt8]? {
    definitions[path].flatMap { CompanionFile.definitions(of: BytesSource($0), by: program) }
  }

  func contents(_ path: [UInt8]) -> CompanionFile.Contents? { contents[path] }
}
