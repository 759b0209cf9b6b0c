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

  init(_ coordinator: Coordinator, _ options: WorkbenchOptions, _ progress: Progress, splits: Bool)
  {
    self.coordinator = coordinator
    self.progress = progress
    self.splits = splits
    bench = Workbench(options) { progress.isCancelled }
    names = NameGuard(options)
  }

  func run() {
    while let work = coordinator.next() {
      switch work {
      case .source(let id, let source):
        take(source, id)
      case .part(let id, let source, let part):
        let nameHits = part.ordinal == 0 ? source.nameHits : []
        read(source.file, source.identity, nameHits, id, part: part)
      case .rest(let id, let source):
        abandon(source, id)
      }
      if progress.isCancelled { coordinator.stop() }
    }
  }

  private func take(_ source: ScanSource, _ id: WorkID) {
    let name = names.guarded(source.path)
    let identity = SourceIdentity(path: name.text)
    let file: SourceFile
    do throws(Gap) {
      file = try source.open()
    } catch {
      close(identity, name.hits, id, error, source)
      return
    }
    if file.recognition.archive != nil {
      ArchiveRun(
        coordinator, bench, names, progress, path: source.path, identity: identity, id: id
      ).read(file, name.hits)
      progress.addFile()
    } else if splits, let planner = file.parts() {
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
    _ source: ScanSource
  ) {
    progress.addFile()
    bench.begin(nameHits: nameHits)
    let (batch, tally, _) = bench.finish()
    var end = WorkEnd(isLastPart: true)
    end.tally = tally
    end.gaps = [gap]
    end.sizeInBytes = source.sizeInBytes
    coordinator.submit(
      Piece(id: id, identity: identity, batch: batch, tables: [], end: end),
      decides: true)
  }

  /// Closes a large source whose other parts were read or are being read.
  private func abandon(_ source: SplitSource, _ id: WorkID) {
    progress.addFile()
    bench.begin(nameHits: id.part == 0 ? source.nameHits : [])
    let (batch, tally, _) = bench.finish()
    var end = WorkEnd(isLastPart: true)
    end.tally = tally
    end.gaps = [Gap(.interrupted)]
    describe(source.file, in: &end)
    coordinator.submit(
      Piece(id: id, identity: source.identity, batch: batch, tables: [], end: end),
      decides: false)
  }

  private func describe(_ file: SourceFile, in end: inout WorkEnd) {
    end.format = file.recognition.format
    end.encoding = file.recognition.encoding.name
    end.sizeInBytes = file.sizeInBytes ?? 0
    end.modified = file.modified
  }

  private func read(
    _ file: SourceFile, _ identity: SourceIdentity, _ nameHits: [GuardedName.Hit], _ id: WorkID,
    part: Part?
  ) {
    bench.begin(nameHits: nameHits)
    var decides = part == nil
    bench.onFullBatch = { [coordinator, bench] batch in
      coordinator.submit(
        Piece(
          id: id, identity: identity, batch: batch, tables: bench.tableSnapshot(), end: nil),
        decides: decides)
      decides = false
    }
    let outcome = file.read(part: part, into: bench)
    let (batch, tally, gaps) = bench.finish()
    var end = WorkEnd(isLastPart: part?.isLast ?? true)
    end.lines = outcome.lines
    end.bytesScanned = outcome.bytesRead
    end.tally = tally
    end.gaps = outcome.gaps + gaps
    // Whether the reader stopped before the end is not known; bytes that it was given it may have left.
    if progress.isCancelled { end.gaps.append(Gap(.interrupted)) }
    describe(file, in: &end)
    end.encoding = outcome.encoding.name
    if file.sizeInBytes == nil { end.sizeInBytes = outcome.bytesRead }
    progress.add(bytes: outcome.bytesRead)
    if end.isLastPart { progress.addFile() }
    coordinator.submit(
      Piece(id: id, identity: identity, batch: batch, tables: tally.tables, end: end),
      decides: decides)
  }
}
