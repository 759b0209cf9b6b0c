import Detectors
import Findings

/// Restores the order of the sources and parts that workers finish in any order, adds up their
/// counts, and passes them on.
///
/// Only the thread that drains it touches it; `Coordinator` sees to that.
final class Ledger {
  private let output: any ScanOutput
  private let encoder: (any FindingEncoder)?
  /// The most findings of one source, field and type that are listed.
  private let findingsLimit: Int
  private var lines: [UInt8] = []
  /// Findings whose lines are written at once: so many that the cache holds them.
  private static let findingsAtOnce = 512
  /// Of the sources handed out; the one part of the ledger that other threads touch too.
  let numbers = SourceNumbers()

  // The source being put together.
  private var lineBase: UInt64 = 0
  private var bytesScanned: UInt64 = 0
  private var tally = SourceTally()
  private var gaps: [Gap] = []
  private var counts: [Int: [ColumnCounts]] = [:]
  private var encoding = ""

  /// Findings listed of the source, by field and type; kept only where their number is limited.
  private var listed: [SourceTally.Key: Int] = [:]

  init(output: any ScanOutput, encoder: (any FindingEncoder)?, findingsLimit: Int) {
    self.output = output
    self.findingsLimit = findingsLimit
    self.encoder = encoder
  }

  /// Takes the next piece in order.
  func enter(_ piece: Piece) throws(OutputError) {
    if let encoder, !piece.batch.isEmpty {
      let context = PartContext(
        source: piece.identity, tables: piece.tables, lineBase: lineBase,
        recordBases: tally.tables.map(\.records))
      let batch = limited(piece)
      // What waited for the verdicts of a table is some ten thousand findings at once, and 600 bytes each.
      for start in stride(from: 0, to: batch.findings.count, by: Self.findingsAtOnce) {
        let end = min(start + Self.findingsAtOnce, batch.findings.count)
        lines.removeAll(keepingCapacity: true)
        encoder.encode(batch, start..<end, of: context, into: &lines)
        try output.write(findings: lines)
      }
    }
    guard let end = piece.end else { return }
    lineBase += end.lines
    bytesScanned += end.bytesScanned
    tally.merge(end.tally)
    for (table, columns) in end.counts { add(columns, ofTable: table) }
    if !end.encoding.isEmpty { encoding = end.encoding }
    if gaps.count < 1000 { gaps += end.gaps }
    guard end.isLastPart else { return }
    try close(piece.identity, end)
    if piece.endsWork { numbers.advance() }
  }

  private func close(_ identity: SourceIdentity, _ end: WorkEnd) throws(OutputError) {
    end.judgement?.judge(by: counts, in: &tally)
    let reason = gravest(of: gaps)
    let coverage = Coverage(
      status: status(reason, end), reason: reason, format: end.format, encoding: encoding,
      bytes: end.sizeInBytes, bytesScanned: bytesScanned,
      records: tally.tables.reduce(0) { $0 + $1.records })
    let report = SourceReport(
      identity: identity, coverage: coverage, gaps: gaps, modified: end.modified, tally: tally,
      number: numbers.current)
    lineBase = 0
    bytesScanned = 0
    tally = SourceTally()
    gaps = []
    counts = [:]
    encoding = ""
    listed = [:]
    try output.finished(report)
  }

  private func add(_ later: [ColumnCounts], ofTable table: Int) {
    var columns = counts.removeValue(forKey: table) ?? []
    for (column, count) in later.enumerated() {
      if column < columns.count { columns[column].merge(count) } else { columns.append(count) }
    }
    counts[table] = columns
  }

  /// Each part of a source keeps as many findings as are listed at most; here the parts' are added up.
  private func limited(_ piece: Piece) -> FindingBatch {
    guard findingsLimit < .max else { return piece.batch }
    let numbers = tally.adopt(piece.tables)
    var batch = piece.batch
    batch.findings.removeAll { finding in
      let key = SourceTally.Key(
        table: finding.table, field: finding.field, type: finding.type
      ).renumbered(by: numbers)
      listed[key, default: 0] += 1
      return listed[key, default: 0] > findingsLimit
    }
    return batch
  }

  /// One that makes the run incomplete before one that does not; the first of its sort.
  private func gravest(of gaps: [Gap]) -> GapReason? {
    (gaps.first { $0.reason.makesIncomplete } ?? gaps.first)?.reason
  }

  private func status(_ reason: GapReason?, _ end: WorkEnd) -> Coverage.Status {
    guard let reason else { return .scanned }
    if reason == .excluded { return .excluded }
    return bytesScanned > 0 || end.hasMembers ? .partly : .skipped
  }
}
