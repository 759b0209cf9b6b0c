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
  case source(WorkID, WalkEntry)
  /// A part of a large source.
  case part(WorkID, SplitSource, Part, isLast: Bool)
}

/// A large source that several workers read.
final class SplitSource {
  let ordinal: UInt64
  let identity: SourceIdentity
  let file: SourceFile
  private var planner: PartPlanner
  /// The part that is handed out next, and whether another follows it.
  private(set) var upcoming: Part?
  private var following: Part?
  private(set) var nextIndex: UInt64 = 0

  init(ordinal: UInt64, identity: SourceIdentity, file: SourceFile, planner: PartPlanner) {
    self.ordinal = ordinal
    self.identity = identity
    self.file = file
    self.planner = planner
    upcoming = self.planner.next()
    following = self.planner.next()
  }

  /// The next part and whether it is the last; nil when all are handed out.
  func next() -> (part: Part, index: UInt64, isLast: Bool)? {
    guard let part = upcoming else { return nil }
    let result = (part, nextIndex, following == nil)
    upcoming = following
    following = following == nil ? nil : planner.next()
    nextIndex += 1
    return result
  }
}
