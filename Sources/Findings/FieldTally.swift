/// Counts of one type in one field of one table (or in the text of a source).
package struct FieldTally: Sendable {
  /// Values of the field that were tested for the type at all.
  package var tested: UInt64 = 0
  /// Hits at or above the weakest level that is listed.
  package var matches: UInt64 = 0
  /// Hits below it, chance hits dropped by the field's verdict among them.
  package var possible: UInt64 = 0
  /// `matches` by age and kind: index `AgeBand.rawValue * Kind.allCases.count + Kind.rawValue`.
  package var matchesByAgeAndKind = ContiguousArray<UInt64>(
    repeating: 0, count: AgeBand.allCases.count * Kind.allCases.count)
  /// Matches whose as-of day is the very birthday on which they turned 14, for policies that count
  /// from the day after (index: kind).
  package var turning14Today = ContiguousArray<UInt64>(repeating: 0, count: Kind.allCases.count)
  /// Matches that carry the label `test-data`, and those shown masked by the source.
  package var testData: UInt64 = 0
  package var masked: UInt64 = 0
  /// The highest level a match reached.
  package var level: Level = .possible
  package var basis: Basis = .value
  package var distinct = DistinctCounter()
  /// The first masked match, a sample for the reader of the report.
  package var sample: ContiguousArray<UInt8> = []

  package init() {}

  package mutating func count(_ finding: FindingRecord) {
    matches += 1
    let cell =
      Int(finding.age.band.rawValue) * Kind.allCases.count + Int(finding.kind.rawValue)
    matchesByAgeAndKind[cell] += 1
    if finding.age.years == 14, finding.age.isBirthday {
      turning14Today[Int(finding.kind.rawValue)] += 1
    }
    if finding.labels.contains(.testData) { testData += 1 }
    if finding.labels.contains(.masked) { masked += 1 }
    level = max(level, finding.level)
    distinct.insert(finding.fingerprint)
  }

  package func matches(in band: AgeBand) -> UInt64 {
    let kinds = Kind.allCases.count
    let row = Int(band.rawValue) * kinds
    return matchesByAgeAndKind[row..<row + kinds].reduce(0, +)
  }

  /// Adds the counts of a later part. Associative, and commutative but for the sample, which is
  /// the earlier part's.
  package mutating func merge(_ later: borrowing FieldTally) {
    tested += later.tested
    matches += later.matches
    possible += later.possible
    for i in matchesByAgeAndKind.indices { matchesByAgeAndKind[i] += later.matchesByAgeAndKind[i] }
    for i in turning14Today.indices { turning14Today[i] += later.turning14Today[i] }
    testData += later.testData
    masked += later.masked
    level = max(level, later.level)
    distinct.merge(later.distinct)
    if sample.isEmpty { sample = later.sample }
  }
}
