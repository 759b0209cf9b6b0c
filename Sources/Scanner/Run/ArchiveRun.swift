import Findings
import Inputs

/// One reading of one archive: its members, and those of archives within it, each a source of its own.
///
/// Reports of members come in the order of the archive, that of the archive itself last, since only
/// then it is known whether all of it was read.
final class ArchiveRun {
  private let run: SourceRun
  private let names: NameGuard
  private let path: [UInt8]
  private let identity: SourceIdentity
  private var progress: Progress { run.progress }

  /// - Parameters:
  ///   - path: of the file, in the system's bytes.
  ///   - identity: of the file, as reports print it.
  init(_ run: SourceRun, _ names: NameGuard, path: [UInt8], identity: SourceIdentity) {
    self.run = run
    self.names = names
    self.path = path
    self.identity = identity
  }

  /// Reads the archive and hands everything over.
  ///
  /// - Parameter nameHits: what stood in the name of the file.
  func read(_ file: SourceFile, _ nameHits: [GuardedName.Hit]) {
    var end = WorkEnd(isLastPart: true)
    let size = file.sizeInBytes ?? 0
    var bytesRead: UInt64 = 0
    let onRead = { [progress = run.progress] (count: Int) in
      // An archive that is read by seeking may be read twice in places.
      let before = min(bytesRead, size)
      bytesRead += UInt64(count)
      progress.add(bytes: min(bytesRead, size) - before)
    }
    do throws(Gap) {
      if let archive = try file.archive(
        path: path, limits: run.bench.options.archiveLimits, onRead: onRead)
      {
        end = readMembers(of: archive, prefix: "")
      }
    } catch {
      end.gaps = [error]
    }
    if let change = file.change() { end.gaps.append(change) }
    end.format = file.recognition.format
    end.encoding = ""
    end.sizeInBytes = file.sizeInBytes ?? bytesRead
    end.modified = file.modified
    run.progress.add(bytes: size - min(bytesRead, size))
    run.close(identity, nameHits, end, endsWork: true)
  }

  /// - Parameter prefix: what stands before the names of the members, `b.zip!`.
  /// - Returns: the end of the archive's own report.
  private func readMembers(of archive: Archive, prefix: String) -> WorkEnd {
    var end = WorkEnd(isLastPart: true)
    do throws(Gap) {
      while !progress.isCancelled, let member = try archive.next() {
        end.hasMembers = true
        read(member, prefix: prefix)
      }
    } catch {
      end.gaps.append(error)
    }
    if archive.isDocument { end.gaps.append(Gap(.unsupportedData)) }
    if progress.isCancelled { end.gaps.append(Gap(.interrupted)) }
    return end
  }

  private func read(_ member: MemberFile, prefix: String) {
    let name = names.guarded(member.name)
    let printed = prefix + String(decoding: name.text, as: UTF8.self)
    let memberIdentity = SourceIdentity(path: identity.path, member: printed)
    var end = WorkEnd(isLastPart: true)
    if let gap = member.gap {
      end.gaps = [gap]
    } else if member.recognition.archive != nil {
      do throws(Gap) {
        if let archive = try member.archive() {
          end = readMembers(of: archive, prefix: printed + "!")
        }
      } catch {
        end.gaps = [error]
      }
    } else {
      run.read(memberIdentity, name.hits, endsWork: false) {
        member.read(into: $0)
      } describe: { outcome, end in
        self.describe(member, in: &end)
        end.encoding = outcome.encoding?.name ?? ""
        end.sizeInBytes = max(member.statedSizeInBytes ?? 0, outcome.bytesRead)
      }
      return
    }
    describe(member, in: &end)
    run.close(memberIdentity, name.hits, end, endsWork: false)
  }

  private func describe(_ member: MemberFile, in end: inout WorkEnd) {
    if member.leadsOutside { end.gaps.append(Gap(.malformed)) }
    end.format = member.gap == nil ? member.recognition.format : ""
    end.sizeInBytes = member.statedSizeInBytes ?? 0
    end.modified = member.modified
  }
}
