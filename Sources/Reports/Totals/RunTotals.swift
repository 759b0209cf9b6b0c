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
  /// What the records of all sources tell of their persons.
  package private(set) var people = PersonTally()
  /// The tables and texts with the most persons.
  package private(set) var links = AssetLinks()
  /// Persons of the tables and texts in which the first policy calls something sensitive.
  private var besideSensitive = PersonSets()
  private var byReason = GapReason.allCases.map(GapTotals.init)

  private let judge: Judge
  private let isStrict: Bool
  private let identifiers: [Identifier?]
  private let typeIDs: [TypeID]

  package init(run: RunDescription) {
    types = run.types.map { _ in TypeTotals() }
    identifiers = run.identifiers
    typeIDs = run.types.map(\.id)
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

  /// Distinct persons in all sources.
  package var persons: PersonCount {
    var sets = PersonSets()
    for (type, identifier) in zip(types, identifiers) {
      if let identifier { sets.add(identifier, type.distinct, linked: type.linked) }
    }
    return sets.count
  }

  /// Distinct persons of the tables and texts in which the first policy calls something sensitive: no
  /// more have sensitive data, since not every record of these need hold them.
  package var personsBesideSensitive: PersonCount { besideSensitive.count }

  /// What the lines of law are about.
  package var legalCounts: LegalCounts {
    LegalCounts(
      persons: persons, besideSensitive: personsBesideSensitive,
      findings: Dictionary(
        uniqueKeysWithValues: zip(typeIDs, types.map(\.counts.total))))
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
    guard !report.gaps.isEmpty || report.coverage.reason != nil else { return }
    for reason in GapReason.allCases {
      let gaps = report.gaps.filter { $0.reason == reason }
      guard !gaps.isEmpty || report.coverage.reason == reason else { continue }
      byReason[Int(reason.rawValue)].add(gaps, of: report)
    }
  }

  private mutating func addFindings(of report: SourceReport) {
    var counts = ClassCounts()
    var under14: UInt64 = 0
    for keys in report.tally.keysByTable {
      let found = addFields(keys, of: report)
      counts.add(found.counts)
      under14 += found.under14
      addPersons(keys, of: report, hasSensitive: found.counts[.sensitive] > 0)
    }
    top.add(
      TopSources.Entry(
        identity: report.identity, findings: counts.total, sensitive: counts[.sensitive],
        under14: under14))
  }

  /// Adds the fields of one table.
  private mutating func addFields(
    _ keys: ArraySlice<SourceTally.Key>, of report: SourceReport
  ) -> (counts: ClassCounts, under14: UInt64) {
    var counts = ClassCounts()
    var under14: UInt64 = 0
    for key in keys {
      guard let tally = report.tally.fields[key] else { continue }
      let type = Int(key.type)
      let classes = FieldClasses(
        of: tally, type: type, role: report.tally.role(of: key), policy: 0, by: judge)
      counts.add(classes.counts)
      types[type].counts.add(classes.counts)
      types[type].possible += tally.possible
      types[type].testData += tally.testData
      types[type].masked += tally.masked
      types[type].distinct.merge(tally.distinct)
      types[type].linked.merge(tally.linked)
      for band in AgeBand.allCases { byBand[Int(band.rawValue)] += tally.matches(in: band) }
      under14 += tally.matches(in: .under14)
    }
    return (counts, under14)
  }

  private mutating func addPersons(
    _ keys: ArraySlice<SourceTally.Key>, of report: SourceReport, hasSensitive: Bool
  ) {
    guard let table = keys.first?.table else { return }
    let tally = report.tally.persons(ofTable: table)
    people.merge(tally)
    let sets = report.tally.personSets(in: keys, identifiers)
    if hasSensitive { besideSensitive.merge(sets) }
    links.add(
      AssetLinks.Asset(
        identity: report.identity,
        table: report.tally.tableName(table),
        persons: sets.count, sample: tally.sample))
  }
}
