import Detectors
import Findings
import Inputs

/// One worker: takes work, reads it over its own workbench, hands the results over.
///
/// Everything it owns is used on its own serial queue only.
final class Worker {
  private let coordinator: Coordinator
  private let progress: Progress
  private let bench: Workbench
  private let names: NameGuard
  private let splits: Bool

  init(_ coordinator: Coordinator, _ options: WorkbenchOptions, _ progress: Progress, splits: Bool) {
    self.coordinator = coordinator
    self.progress = progress
    self.splits = splits
    bench = Workbench(options) { progress.isCancelled }
    names = NameGuard(options)
  }

  func run() {
    while let work = coordinator.next() {
      switch work {
      case .source(let id, let entry):
        take(entry, id)
      case .part(let id, let source, let part):
        let nameHits = part.ordinal == 0 ? source.nameHits : []
        read(source.file, source.identity, nameHits, id, part: part)
      }
      if progress.isCancelled { coordinator.stop() }
    }
  }

  private func take(_ entry: WalkEntry, _ id: WorkID) {
    let name = names.guarded(entry.path)
    let identity = SourceIdentity(path: name.text)
    let file: SourceFile
    switch entry.content {
    case .gap(let gap):
      close(identity, name.hits, id, gap, entry)
      return
    case .file(let followsLinks):
      do throws(Gap) {
        file = try SourceFile.open(path: entry.path, followingLinks: followsLinks)
      } catch {
        close(identity, name.hits, id, error, entry)
        return
      }
    case .standardInput:
      do throws(Gap) {
        file = try SourceFile.standardInput()
      } catch {
        close(identity, name.hits, id, error, entry)
        return
      }
    }
    if splits, let planner = file.parts() {
      coordinator.split(
        SplitSource(
          ordinal: id.source, identity: identity, nameHits: name.hits, file: file,
          planner: planner))
    } else {
      read(file, identity, name.hits, id, part: nil)
    }
  }

  /// Hands over a source of which nothing was read.
  private func close(
    _ identity: SourceIdentity, _ nameHits: [GuardedName.Hit], _ id: WorkID, _ gap: Gap,
    _ entry: WalkEntry
  ) {
    progress.addFile()
    bench.begin(nameHits: nameHits)
    let (batch, tally, _) = bench.finish()
    var end = WorkEnd(isLastPart: true)
    end.tally = tally
    end.gaps = [gap]
    end.sizeInBytes = entry.sizeInBytes ?? 0
    end.modified = entry.modified
    coordinator.submit(
      Piece(id: id, identity: identity, batch: batch, tables: [], end: end),
      decides: true)
  }

  private func read(
    _ file: SourceFile, _ identity: SourceIdentity, _ nameHits: [GuardedName.Hit], _ id: WorkID,
    part: Part?
  ) {
    bench.begin(nameHits: nameHits)
    var decides = part == nil
    if part == nil {
      bench.onFullBatch = { [coordinator, bench] batch in
        coordinator.submit(
          Piece(
            id: id, identity: identity, batch: batch, tables: bench.tableSnapshot(), end: nil),
          decides: decides)
        decides = false
      }
    }
    let outcome = file.read(part: part, into: bench)
    let (batch, tally, gaps) = bench.finish()
    var end = WorkEnd(isLastPart: part?.isLast ?? true)
    end.lines = outcome.lines
    end.bytesScanned = outcome.bytesRead
    end.tally = tally
    end.gaps = outcome.gaps + gaps
    if progress.isCancelled, part == nil { end.gaps.append(Gap(.interrupted)) }
    end.format = file.recognition.format
    end.encoding = outcome.encoding.name
    end.sizeInBytes = file.sizeInBytes ?? outcome.bytesRead
    end.modified = file.modified
    progress.add(bytes: outcome.bytesRead)
    if end.isLastPart { progress.addFile() }
    coordinator.submit(
      Piece(id: id, identity: identity, batch: batch, tables: tally.tables, end: end),
      decides: decides)
  }
}
