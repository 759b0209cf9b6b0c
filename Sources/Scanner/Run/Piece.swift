import Findings

/// What a worker hands over: findings in order, and at the end of its work the counts.
struct Piece {
  let id: WorkID
  let identity: SourceIdentity
  let batch: FindingBatch
  /// The tables of the source met so far.
  let tables: [SourceTally.Table]
  /// Nil while more pieces of the same work follow.
  let end: WorkEnd?
}

/// The counts of a piece of work that is done.
struct WorkEnd {
  /// Line feeds in the part.
  var lines: UInt64 = 0
  var bytesScanned: UInt64 = 0
  var tally = SourceTally()
  var gaps: [Gap] = []
  /// The source ends with this part.
  var isLastPart: Bool
  var format = ""
  var encoding = ""
  var sizeInBytes: UInt64 = 0
  /// Seconds since 1970-01-01 UTC.
  var modified: Int64?
}
