import Detectors
import Findings

/// What a worker hands over: findings in order, and at the end of its work the counts.
struct Piece {
  let id: WorkID
  let identity: SourceIdentity
  let batch: FindingBatch
  /// The tables of the source met so far.
  let tables: [SourceTally.Table]
  /// Nil while more pieces of the same part, or member, follow.
  let end: WorkEnd?
  /// No piece of the same work follows. A member of an archive ends before the archive does.
  let endsWork: Bool

  init(
    id: WorkID, identity: SourceIdentity, batch: FindingBatch, tables: [SourceTally.Table],
    end: WorkEnd?, endsWork: Bool? = nil
  ) {
    self.id = id
    self.identity = identity
    self.batch = batch
    self.tables = tables
    self.end = end
    self.endsWork = endsWork ?? (end != nil)
  }

  /// Bytes of memory it holds, roughly, for back-pressure.
  var sizeInBytes: Int {
    batch.sizeInBytes + (end.map { 1024 + $0.tally.sizeInBytes } ?? 0)
  }
}

/// The counts of a piece of work that is done.
struct WorkEnd {
  /// Line feeds in the part.
  var lines: UInt64 = 0
  var bytesScanned: UInt64 = 0
  var tally = SourceTally()
  /// See `Workbench.Segment.counts`.
  var counts: [Int: [ColumnCounts]] = [:]
  /// What judges the columns at the end of a source that was read in segments and blocks.
  var judgement: ColumnJudgement?
  var gaps: [Gap] = []
  /// Something of the source was read, though no bytes are counted: members of an archive, which have
  /// rows of their own.
  var hasMembers = false
  /// The source, a file or a member of one, ends with this part.
  var isLastPart: Bool
  var format = ""
  var encoding = ""
  var sizeInBytes: UInt64 = 0
  /// Seconds since 1970-01-01 UTC.
  var modified: Int64?
}
