import Detectors
import Findings
import Inputs

/// One worker: takes work, reads it over its own workbench, hands the results over.
///
/// Everything it owns is used on its own serial queue only.
final class Worker {
  let coordinator: Coordinator
  let progress: Progress
  /// Made with the first work: of few and small sources most workers get none.
  private(set) lazy var bench = Workbench(options) { [progress] in progress.isCancelled }
  /// For blocks: the other may be amid a source from which this worker cuts them.
  private lazy var blockBench = Workbench(options) { [progress] in progress.isCancelled }
  private let options: WorkbenchOptions
  private(set) lazy var names = NameGuard(options)
  private let splits: Bool

  init(_ coordinator: Coordinator, _ options: WorkbenchOptions, _ progress: Progress, splits: Bool)
  {
    self.coordinator = coordinator
    self.progress = progress
    self.options = options
    self.splits = splits
  }

  func run() {
    while let work = coordinator.next() {
      switch work {
      case .source(let id, .records(let source)):
        read(source, id)
      case .source(let id, let source):
        take(source, id)
      case .block(let work):
        read(work)
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
    if splits, let planner = file.parts() {
      coordinator.split(
        SplitSource(
          ordinal: id.source, identity: identity, nameHits: name.hits, file: file,
          planner: planner))
      return
    }
    let run = SourceRun(coordinator, bench, progress, id: id, splits: splits) { self.read($0) }
    if file.recognition.archive != nil {
      ArchiveRun(run, names, path: source.path, identity: identity).read(file, name.hits)
    } else {
      run.read(identity, name.hits) {
        file.read(into: $0)
      } describe: { outcome, end in
        self.describe(file, in: &end)
        end.encoding = outcome.encoding?.name ?? ""
        if file.sizeInBytes == nil { end.sizeInBytes = outcome.bytesRead }
      }
    }
    progress.addFile()
  }

  /// Hands over a source of which nothing was read.
  private func close(
    _ identity: SourceIdentity, _ nameHits: [GuardedName.Hit], _ id: WorkID, _ gap: Gap,
    _ source: ScanSource
  ) {
    progress.addFile()
    bench.begin(nameHits: nameHits)
    let segment = bench.finish()
    var end = WorkEnd(isLastPart: true)
    end.tally = segment.tally
    end.gaps = [gap]
    end.sizeInBytes = source.sizeInBytes
    coordinator.submit(
      Piece(id: id, identity: identity, batch: segment.batch, tables: [], end: end),
      decides: true)
  }

  /// Closes a large source whose other parts were read or are being read.
  private func abandon(_ source: SplitSource, _ id: WorkID) {
    progress.addFile()
    bench.begin(nameHits: id.part == 0 ? source.nameHits : [])
    let segment = bench.finish()
    var end = WorkEnd(isLastPart: true)
    end.tally = segment.tally
    end.gaps = [Gap(.interrupted)]
    describe(source.file, in: &end)
    coordinator.submit(
      Piece(id: id, identity: source.identity, batch: segment.batch, tables: [], end: end),
      decides: false)
  }

  private func describe(_ file: SourceFile, in end: inout WorkEnd) {
    end.format = file.recognition.format
    end.encoding = file.recognition.encoding.name
    end.sizeInBytes = file.sizeInBytes ?? 0
    end.modified = file.modified
  }

  /// Reads a part of a large source.
  private func read(
    _ file: SourceFile, _ identity: SourceIdentity, _ nameHits: [GuardedName.Hit], _ id: WorkID,
    part: Part
  ) {
    bench.begin(nameHits: nameHits)
    bench.onFullBatch = { [coordinator, bench] batch in
      coordinator.submit(
        Piece(
          id: id, identity: identity, batch: batch, tables: bench.tableSnapshot(), end: nil),
        decides: false)
    }
    let outcome = file.read(part: part, into: bench)
    let segment = bench.finish()
    var end = WorkEnd(isLastPart: part.isLast)
    end.lines = outcome.lines
    end.bytesScanned = outcome.bytesRead
    end.tally = segment.tally
    end.gaps = outcome.gaps + segment.gaps
    // Whether the reader stopped before the end is not known; bytes that it was given it may have left.
    if progress.isCancelled { end.gaps.append(Gap(.interrupted)) }
    describe(file, in: &end)
    end.encoding = outcome.encoding?.name ?? ""
    progress.add(bytes: outcome.bytesRead)
    if end.isLastPart { progress.addFile() }
    coordinator.submit(
      Piece(
        id: id, identity: identity, batch: segment.batch, tables: segment.tally.tables, end: end),
      decides: false)
  }

  /// Reads a block that some worker has cut off the source that it reads.
  private func read(_ work: BlockWork) {
    let bench = blockBench
    bench.begin(block: work.tables, current: work.current)
    bench.onFullBatch = { [coordinator] batch in
      coordinator.submit(
        Piece(
          id: work.id, identity: work.identity, batch: batch, tables: bench.tableSnapshot(),
          end: nil),
        decides: false)
    }
    let outcome = work.block.read(into: bench)
    // Records within text have a table, and verdicts, of the block's own.
    let segment = work.current == nil ? bench.finish() : bench.endSegment()
    var end = WorkEnd(isLastPart: false)
    end.lines = outcome.lines
    end.encoding = outcome.encoding ?? ""
    end.tally = segment.tally
    end.counts = segment.counts
    end.gaps = outcome.gaps + segment.gaps
    coordinator.submit(
      Piece(
        id: work.id, identity: work.identity, batch: segment.batch, tables: segment.tally.tables,
        end: end),
      decides: false)
  }
}
