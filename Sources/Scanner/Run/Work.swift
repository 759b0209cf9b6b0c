import Findings
import Inputs

/// The place of a piece of work in the order of output: sources in byte order of their paths, parts
/// in order of their offsets.
struct WorkID: Hashable, Comparable {
  let source: UInt64
  let part: UInt64

  static func < (a: Self, b: Self) -> Bool { (a.source, a.part) < (b.source, b.part) }
}

/// What the coordinator hands to a worker.
enum Work {
  /// A source as the walk met it, not yet opened.
  case source(WorkID, ScanSource)
  /// Records that another worker, which reads the source, has cut off.
  case block(BlockWork)
  /// A part of a large source.
  case part(WorkID, SplitSource, Part)
  /// The parts of a large source that will not be read, since the run was interrupted.
  case rest(WorkID, SplitSource)
}

/// A block of a source, with what a workbench must know of its table.
struct BlockWork {
  let id: WorkID
  let identity: SourceIdentity
  let block: any RecordBlock
  /// The source's tables so far.
  let tables: [TableState]
  /// The one that the records belong to; nil for text. No one else holds it.
  let current: TableState?
}

/// A large source that several workers read.
final class SplitSource {
  let ordinal: UInt64
  let identity: SourceIdentity
  /// What stood in the name of the source; the first part reports it.
  let nameHits: [GuardedName.Hit]
  let file: SourceFile
  private var planner: PartPlanner
  /// The place of the part that `next` gives.
  private(set) var nextPart: UInt64 = 0

  init(
    ordinal: UInt64, identity: SourceIdentity, nameHits: [GuardedName.Hit], file: SourceFile,
    planner: PartPlanner
  ) {
    self.ordinal = ordinal
    self.identity = identity
    self.nameHits = nameHits
    self.file = file
    self.planner = planner
  }

  /// The next part, or nil when all are handed out. Costs a small read of the file.
  func next() -> Part? {
    guard let part = planner.next() else { return nil }
    nextPart += 1
    return part
  }
}
