import Findings
import Inputs

/// Hands out work in order and takes results in any order: the one place where workers meet.
///
/// Back-pressure: work is handed out only while fewer than `limitInWork` finished pieces of work, eight
/// times as many where they are small, wait for their turn and all that waits is smaller than
/// `limitOfAllInBytes`, and a worker that is not at its turn waits when it has handed over more than
/// `limitInBytes`. The work whose turn it is waits for nothing but that its results are written, so somebody
/// always can go on.
///
/// What is at its turn is entered, and its lines written, by one worker at a time: one that has nothing
/// else to do, or else the one that hands it over.
final class Coordinator: @unchecked Sendable {
  // @unchecked: every stored variable is touched inside `monitor` only, `ledger` by the one thread
  // that has set `isDraining`.
  private let monitor = Monitor()
  private let ledger: Ledger
  private let limitInWork: Int
  private static let smallInBytes = 1 << 20
  private static let limitInBytes = 2 << 20
  private static let limitOfAllInBytes = 4 << 20

  private var sources: SourceQueue
  private var nextSource: UInt64 = 0
  /// Large sources whose parts are being handed out, in order.
  private var splits: [SplitSource] = []
  /// Sources handed out that may still bring more work, parts or blocks.
  private var undecided = 0
  /// Blocks that nobody has taken yet, in order.
  private var blocks: [BlockWork] = []
  /// The work whose turn it is.
  private var current = WorkID(source: 0, part: 0)
  private var waiting: [WorkID: WaitingWork] = [:]
  private var finishedWaiting = 0
  private var waitingBytes = 0
  private var isDraining = false
  /// Workers that wait for something to do.
  private var idle = 0
  private var isStopped = false
  private(set) var failure: OutputError?

  private struct WaitingWork {
    var pieces: [Piece] = []
    var bytes = 0
    var isFinished = false
  }

  init(sources: SourceQueue, ledger: Ledger, workers: Int) {
    self.sources = sources
    self.ledger = ledger
    limitInWork = 4 * workers
  }

  /// No more sources are handed out. What is under way is finished; large sources of which parts are
  /// left are handed out once more, to be closed.
  func stop() {
    monitor.enter()
    isStopped = true
    monitor.announce()
    monitor.leave()
  }

  /// The next piece of work, or nil when there is none left. Waits while too much is unfinished.
  func next() -> Work? {
    monitor.enter()
    defer { monitor.leave() }
    while failure == nil {
      if mayDrain {
        drain()
        continue
      }
      if let block = blocks.first, mayStart(block.id) {
        blocks.removeFirst()
        return .block(block)
      }
      if isStopped {

        // A source that is split from now on is closed by the worker that splits it.
        guard !splits.isEmpty else {
          if blocks.isEmpty, undecided == 0 { return nil }
          wait()
          continue
        }
        let split = splits.removeFirst()
        return .rest(WorkID(source: split.ordinal, part: split.nextPart), split)
      }
      if let split = splits.first {
        let id = WorkID(source: split.ordinal, part: split.nextPart)
        if mayStart(id) {
          guard let part = split.next() else {
            preconditionFailure("a planner ended without a last part")
          }
          if part.isLast { splits.removeFirst() }
          return .part(id, split, part)
        }
      } else {
        let id = WorkID(source: nextSource, part: 0)
        if mayStart(id) {
          if let (source, number) = sources.next() {
            ledger.numbers.append(number)
            nextSource += 1
            undecided += 1
            return .source(id, source)
          }
          if undecided == 0, blocks.isEmpty { return nil }
        }
      }
      wait()
    }
    return nil
  }

  /// Something is at its turn, and nobody enters it yet.
  private var mayDrain: Bool { !isDraining && failure == nil && waiting[current] != nil }

  /// Waits for a change; enters what is at its turn instead, where nobody does.
  private func wait() {
    if mayDrain { return drain() }
    idle += 1
    monitor.wait()
    idle -= 1
  }

  private func mayStart(_ id: WorkID) -> Bool {
    if id == current { return true }
    // Small files are soon done, and wait for one that is not.
    let limit = waitingBytes < Self.smallInBytes ? 8 * limitInWork : limitInWork
    return finishedWaiting < limit && waitingBytes < Self.limitOfAllInBytes
  }

  /// The blocks that may wait for a worker before the one that offers them reads some itself.
  var blockLimit: Int { limitInWork / 2 }

  /// The source is large and will be handed out in parts.
  func split(_ source: SplitSource) {
    monitor.enter()
    undecided -= 1
    let place = splits.firstIndex { $0.ordinal > source.ordinal } ?? splits.endIndex
    splits.insert(source, at: place)
    monitor.announce()
    monitor.leave()
  }

  /// Offers a block to whoever is free.
  func offer(_ block: BlockWork) {
    monitor.enter()
    let place = blocks.firstIndex { $0.id > block.id } ?? blocks.endIndex
    blocks.insert(block, at: place)
    monitor.announce()
    monitor.leave()
  }

  /// A block for the worker that reads segment `id` and offers blocks, when more than `count` wait; nil
  /// when it may go on reading. Waits while the results that wait for their turn are too many, but not
  /// when it is the turn of the segment.
  func block(beyond count: Int, for id: WorkID) -> BlockWork? {
    monitor.enter()
    defer { monitor.leave() }
    while failure == nil, blocks.count > count, id != current {
      if mayStart(blocks[0].id) { return blocks.removeFirst() }
      wait()
    }
    return nil
  }

  /// Takes a piece over; enters it and all that waited for it when its turn has come.
  func submit(_ piece: Piece, decides: Bool) {
    monitor.enter()
    let size = piece.sizeInBytes
    while failure == nil, !piece.endsWork, isFull(piece.id, size) { wait() }
    if decides { undecided -= 1 }
    waiting[piece.id, default: WaitingWork()].pieces.append(piece)
    waiting[piece.id]?.bytes += size
    waitingBytes += size
    if piece.endsWork {
      waiting[piece.id]?.isFinished = true
      finishedWaiting += 1
    }
    if idle == 0, mayDrain { drain() }
    monitor.announce()
    monitor.leave()
  }

  /// Whether a worker is to wait before it hands over `size` bytes more.
  private func isFull(_ id: WorkID, _ size: Int) -> Bool {
    let bytes = waiting[id]?.bytes ?? 0
    // At its turn a piece of any size goes through.
    return id == current ? bytes > Self.limitInBytes : bytes + size > Self.limitInBytes
  }

  /// Enters what is at its turn. Called and left inside the monitor, outside of it while it writes.
  private func drain() {
    isDraining = true
    while failure == nil, var work = waiting.removeValue(forKey: current) {
      let pieces = work.pieces
      waitingBytes -= work.bytes
      let isFinished = work.isFinished
      monitor.announce()
      monitor.leave()
      let failed = enter(pieces)
      monitor.enter()
      if let failed { failure = failed }
      guard isFinished else {
        // More pieces may have come meanwhile; without any, its worker drains when they come.
        if waiting[current] == nil { break }
        continue
      }
      finishedWaiting -= 1
      work.pieces = []
      let endsSource = pieces.last?.end?.isLastPart ?? true
      current =
        endsSource
        ? WorkID(source: current.source + 1, part: 0)
        : WorkID(source: current.source, part: current.part + 1)
      monitor.announce()
    }
    isDraining = false
  }

  private func enter(_ pieces: [Piece]) -> OutputError? {
    for piece in pieces {
      do throws(OutputError) {
        try ledger.enter(piece)
      } catch {
        return error
      }
    }
    return nil
  }
}
