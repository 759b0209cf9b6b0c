package import Findings
package import Policies

/// Adds up all sources of a run for the summaries, in memory that does not grow with their number.
///
/// The largest part is a `DistinctCounter` for each type that was found.
package struct RunTotals: Sendable {
  /// Files and archive members, and of them the files.
  package private(set) var sources: UInt64 = 0
  package private(set) var files: UInt64 = 0
  /// Bytes of the files as stored, and bytes that were scanned (of members: unpacked).
  package private(set) var bytes: UInt64 = 0
  package private(set) var bytesScanned: UInt64 = 0
  /// Records of tables.
  package private(set) var records: UInt64 = 0
  private var byStatus: [UInt64] = [0, 0, 0, 0]
  /// One for each of the run's types, in its order.
  package private(set) var types: [TypeTotals]
  private var byBand = [UInt64](repeating: 0, count: AgeBand.allCases.count)
  package private(set) var top = TopSources()
  /// What was found of every datum, for what is held against it.
  package private(set) var found = FoundData()
  private var byReason = GapReason.allCases.map(GapTotals.init)

  private let judge: Judge
  private let isStrict: Bool

  package init(run: RunDescription) {
    types = run.types.map { _ in TypeTotals() }
    judge = run.judge
    isStrict = run.isStrict
  }

  package func sources(_ status: Coverage.Status) -> UInt64 { byStatus[Int(status.rawValue)] }

  /// Findings about persons of an age; an age belongs to a finding, so this counts no persons.
  package func findings(_ band: AgeBand) -> UInt64 { byBand[Int(band.rawValue)] }

  /// Reasons that occurred, those with an effect on the exit status first.
  package var gaps: [GapTotals] {
    let met = byReason.filter { $0.sources > 0 }
    return met.filter(\.reason.makesIncomplete) + met.filter { !$0.reason.makesIncomplete }
  }

  /// Findings of all types.
  package var counts: ClassCounts {
    var sum = ClassCounts()
    for type in types { sum.add(type.counts) }
    return sum
  }

  /// Whether everything that counts was read, an interruption apart (exit status 2 if not).
  package var isComplete: Bool {
    if isStrict { return sources(.scanned) == sources }
    return !byReason.contains { $0.sources > 0 && $0.reason.makesIncomplete }
  }

  /// Adds a source. Sources come in path order, which decides among equals.
  package mutating func add(_ report: SourceReport) {
    let coverage = report.coverage
    sources += 1
    if report.identity.member == nil {
      files += 1
      bytes += coverage.bytes
    }
    bytesScanned += coverage.bytesScanned
    records += coverage.records
    byStatus[Int(coverage.status.rawValue)] += 1
    addGaps(of: report)
    addFindings(of: report)
    found.add(report) { FieldName.of($0, in: $1) }
  }

  private mutating func addGaps(of report: SourceReport) {
    for reason in GapReason.allCases {
      let gaps = report.gaps.filter { $0.reason == reason }
      guard !gaps.isEmpty || report.coverage.reason == reason else { continue }
      byReason[Int(reason.rawValue)].add(gaps, of: report)
    }
  }

  private mutating func addFindings(of report: SourceReport) {
    var counts = ClassCounts()
    var under14: UInt64 = 0
    for (key, tally) in report.tally.fields {
      let type = Int(key.type)
      let classes = FieldClasses(
        of: tally, type: type, role: report.tally.role(of: key), policy: 0, by: judge)
      counts.add(classes.counts)
      types[type].counts.add(classes.counts)
      types[type].possible += tally.possible
      types[type].testData += tally.testData
      types[type].masked += tally.masked
      types[type].distinct.merge(tally.distinct)
      for band in AgeBand.allCases { byBand[Int(band.rawValue)] += tally.matches(in: band) }
      under14 += tally.matches(in: .under14)
    }
    top.add(
      TopSources.Entry(
        identity: report.identity, findings: counts.total, sensitive: counts[.sensitive],
        under14: under14))
  }
}
