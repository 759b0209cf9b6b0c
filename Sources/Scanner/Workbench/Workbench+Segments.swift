import Detectors
import Findings

/// A source that several workers read: one reads it and hands over blocks of it, and between two blocks
/// lies a segment of its own.
extension Workbench {
  /// What a segment, or a block, came to.
  struct Segment {
    var batch: FindingBatch
    var tally: SourceTally
    var gaps: [Gap]
    /// What was counted of the columns, by table; empty where the verdicts on it are in the tally.
    var counts: [Int: [ColumnCounts]] = [:]
  }

  /// Hands over what was read since the source, or the last segment, began, and begins the next.
  func endSegment() -> Segment {
    tally.tables = tableSnapshot()
    var counts: [Int: [ColumnCounts]] = [:]
    for table in tables where table.records > 0 { counts[table.index] = table.takeCounts() }
    var segment = takeSegment()
    segment.counts = counts
    return segment
  }

  func takeSegment() -> Segment {
    let segment = Segment(batch: ready, tally: tally, gaps: gaps)
    ready = FindingBatch()
    tally = SourceTally()
    gaps = []
    counted = 0
    recordStart = 0
    facts.reset()
    return segment
  }

  /// Begins a block of records of the table `current`, one of `tables`, or of text.
  func begin(block tables: [TableState], current: TableState?) {
    begin()
    self.tables = tables
    self.current = current
    guard let current else { return }
    self.tables[current.index] = current
    tablesByName[current.shape.name] = current.index
  }

  /// What judges the columns by all that was counted of them in the end, segment by segment.
  func judgement() -> ColumnJudgement {
    ColumnJudgement(tables: tables, ruleSet: ruleSet)
  }

  /// Enters in `tally` how many values were tested, and whether the counts judge otherwise than the
  /// frozen verdicts did.
  func judge(_ table: TableState, by counts: [ColumnCounts], in tally: inout SourceTally) {
    ColumnJudgement(tables: [table], ruleSet: ruleSet).judge(table, by: counts, in: &tally)
  }
}
