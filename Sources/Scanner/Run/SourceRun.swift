import Findings
import Inputs

/// One worker's reading of one source: hands over what it finds, and blocks for others to read.
///
/// The parts of the source are its own segments and the blocks between them, numbered as they come.
final class SourceRun {
  let coordinator: Coordinator
  let bench: Workbench
  let progress: Progress
  /// The segment that is being read.
  private var id: WorkID
  private let splits: Bool
  private let readBlock: (BlockWork) -> Void
  /// Stands for the tables met so far in the lists of blocks.
  private var standIns: [TableState] = []
  private var hasBlocks = false
  /// Bytes of the source that `progress` knows of.
  private var bytesReported: UInt64 = 0

  /// - Parameter readBlock: reads a block on another bench, where nobody else has time for it.
  init(
    _ coordinator: Coordinator, _ bench: Workbench, _ progress: Progress, id: WorkID,
    splits: Bool, readBlock: @escaping (BlockWork) -> Void
  ) {
    self.coordinator = coordinator
    self.bench = bench
    self.progress = progress
    self.id = id
    self.splits = splits
    self.readBlock = readBlock
  }

  /// Reads one file, or one member of an archive, and hands over its report.
  ///
  /// - Parameters:
  ///   - nameHits: what stood in its name.
  ///   - endsWork: nothing more comes of the source.
  ///   - describe: completes the counts that the reading gave.
  func read(
    _ identity: SourceIdentity, _ nameHits: [GuardedName.Hit], endsWork: Bool = true,
    _ content: (any RecordSink) -> ReadOutcome,
    describe: (ReadOutcome, inout WorkEnd) -> Void
  ) {
    bench.begin(nameHits: nameHits)
    standIns = []
    hasBlocks = false
    bytesReported = 0
    bench.onFullBatch = { [bench] batch in
      // What waits for its turn must not wait for blocks that nobody reads.
      self.readBlocks(beyond: 0)
      self.submit(
        Piece(
          id: self.id, identity: identity, batch: batch, tables: bench.tableSnapshot(), end: nil))
    }
    if splits {
      bench.onBlock = { block in
        if endsWork { self.report(block.byteOffset) }
        self.handOver(block, of: identity)
      }
    }
    let outcome = content(bench)
    var end = WorkEnd(isLastPart: true)
    let segment: Workbench.Segment
    if hasBlocks {
      bench.freezeCurrent()
      segment = bench.endSegment()
      end.judgement = bench.judgement()
    } else {
      segment = bench.finish()
    }
    end.lines = outcome.lines
    end.bytesScanned = outcome.bytesRead
    end.tally = segment.tally
    end.counts = segment.counts
    end.gaps = outcome.gaps + segment.gaps
    if progress.isCancelled { end.gaps.append(Gap(.interrupted)) }
    describe(outcome, &end)
    if endsWork { report(outcome.bytesRead) }
    submit(
      Piece(
        id: id, identity: identity, batch: segment.batch, tables: segment.tally.tables, end: end,
        endsWork: endsWork))
  }

  /// Hands over the report of a source without content of its own.
  func close(
    _ identity: SourceIdentity, _ nameHits: [GuardedName.Hit], _ end: WorkEnd, endsWork: Bool
  ) {
    bench.begin(nameHits: nameHits)
    let segment = bench.finish()
    var end = end
    end.tally = segment.tally
    submit(
      Piece(
        id: id, identity: identity, batch: segment.batch, tables: [], end: end, endsWork: endsWork))
  }

  /// Ends the segment before the block, offers the block, and reads blocks itself where too many wait.
  private func handOver(_ block: any RecordBlock, of identity: SourceIdentity) {
    hasBlocks = true
    let segment = bench.endSegment()
    var end = WorkEnd(isLastPart: false)
    end.tally = segment.tally
    end.counts = segment.counts
    end.gaps = segment.gaps
    submit(
      Piece(
        id: id, identity: identity, batch: segment.batch, tables: segment.tally.tables, end: end))
    for table in bench.tables[standIns.count...] {
      standIns.append(TableState(standingFor: table))
    }
    coordinator.offer(
      BlockWork(
        id: WorkID(source: id.source, part: id.part + 1), identity: identity, block: block,
        tables: standIns, current: bench.current.map(TableState.init(continuing:))))
    id = WorkID(source: id.source, part: id.part + 2)
    readBlocks(beyond: coordinator.blockLimit)
  }

  /// Tells how far the reading has come, in bytes from the start of the source.
  private func report(_ bytes: UInt64) {
    progress.add(bytes: bytes - min(bytes, bytesReported))
    bytesReported = max(bytes, bytesReported)
  }

  private func readBlocks(beyond count: Int) {
    while let work = coordinator.block(beyond: count, for: id) { readBlock(work) }
  }

  private func submit(_ piece: Piece) {
    coordinator.submit(piece, decides: piece.endsWork && piece.end?.isLastPart == true)
  }
}
