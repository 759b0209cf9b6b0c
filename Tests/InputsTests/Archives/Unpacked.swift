import Findings
import Inputs

/// What came out of an archive: its members, and those of archives within, in their order.
struct Unpacked {
  struct Member: Equatable {
    /// `b.zip!c.sql`.
    var name: String
    var text: [UInt8] = []
    var gaps: [GapReason] = []
  }

  private(set) var members: [Member] = []
  /// Of the archive itself and of archives within.
  private(set) var gaps: [GapReason] = []
  /// The file was taken for an archive.
  private(set) var isArchive = false
  private(set) var isDocument = false

  init(_ path: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws {
    self.init(try SourceFile.open(path: path), path, limits)
  }

  init(_ file: SourceFile, _ path: [UInt8] = [], _ limits: ArchiveLimits = ArchiveLimits()) {
    do throws(Gap) {
      guard let archive = try file.archive(path: path, limits: limits) else { return }
      isArchive = true
      read(archive, prefix: "")
      isDocument = archive.isDocument
    } catch {
      isArchive = true
      gaps.append(error.reason)
    }
  }

  private mutating func read(_ archive: Archive, prefix: String) {
    do throws(Gap) {
      while let member = try archive.next() { try read(member, prefix: prefix) }
    } catch {
      gaps.append(error.reason)
    }
  }

  private mutating func read(_ member: MemberFile, prefix: String) throws(Gap) {
    var entry = Member(name: prefix + String(decoding: member.name, as: UTF8.self))
    if member.leadsOutside { entry.gaps.append(.malformed) }
    if let gap = member.gap {
      entry.gaps.append(gap.reason)
    } else if member.recognition.archive != nil {
      do throws(Gap) {
        if let archive = try member.archive() { return read(archive, prefix: entry.name + "!") }
      } catch {
        entry.gaps.append(error.reason)
      }
    } else {
      let sink = RecordingSink()
      let outcome = member.read(into: sink)
      entry.text = sink.text
      entry.gaps += outcome.gaps.map(\.reason)
    }
    members.append(entry)
  }

  var names: [String] { members.map(\.name) }

  /// All reasons, those of members among them.
  var allGaps: Set<GapReason> { Set(gaps + members.flatMap(\.gaps)) }
}
