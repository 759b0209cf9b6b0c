/// Counts of one type in one field of one table (or in the text of a source).
package struct FieldTally: Sendable {
  /// Values of the field that were tested for the type at all.
  package var tested: UInt64 = 0
  /// Hits at or above the weakest level that is listed.
  package var matches: UInt64 = 0
  /// Hits below it, chance hits dropped by the field's verdict among them.
  package var possible: UInt64 = 0
  /// `matches` by level, age and kind, since the summary counts classes (which age and kind decide)
  /// level by level. Index: see `cell`.
  package var matchesByLevelAgeAndKind = ContiguousArray<UInt64>(
    repeating: 0,
    count: Level.allCases.count * AgeBand.allCases.count * Kind.allCases.count)
  /// Those of the band `fourteen` whose as-of day is the very birthday on which they turned 14, for
  /// policies that count from the day after. Index: `Level.rawValue * Kind.allCases.count +
  /// Kind.rawValue`.
  package var turning14ByLevelAndKind = ContiguousArray<UInt64>(
    repeating: 0, count: Level.allCases.count * Kind.allCases.count)
  /// Those of `matches` that stand beside a match of another type and the same role in their record, by level.
  package var combinedByLevel = InlineArray<3, UInt64>(repeating: 0)
  /// Matches that carry the label `test-data`, and those shown masked by the source.
  package var testData: UInt64 = 0
  package var masked: UInt64 = 0
  /// How the source hides the matches, where it does.
  package var masking = MaskingCensus()
  /// The highest level a match reached.
  package var level: Level = .possible
  package var basis: Basis = .value
  /// The verdict on the field at the end is another than the one its findings were judged by, which
  /// was frozen after the first records.
  package var isMixed = false
  package private(set) var distinct = DistinctCounter()
  /// `linked`, where it is not `distinct` itself: a table has a phone beside each ID number or has none, so
  /// that mostly one set is kept for both.
  private var linkedApart = DistinctCounter()
  private var allAreLinked = true
  /// The first masked match, a sample for the reader of the report.
  package var sample: ContiguousArray<UInt8> = []
  /// What spoke for the sample, item by item.
  package var sampleEvidence: ContiguousArray<Evidence> = []

  package init() {}

  /// The index of a count in `matchesByLevelAgeAndKind`.
  package static func cell(_ level: Level, _ band: AgeBand, _ kind: Kind) -> Int {
    (Int(level.rawValue) * AgeBand.allCases.count + Int(band.rawValue)) * Kind.allCases.count
      + Int(kind.rawValue)
  }

  /// Matches of one level, age and kind.
  package func matches(_ level: Level, in band: AgeBand, of kind: Kind) -> UInt64 {
    matchesByLevelAgeAndKind[Self.cell(level, band, kind)]
  }

  package mutating func count(_ finding: borrowing FindingRecord) {
    matches += 1
    let told = finding.basis
    if matches == 1 || told == .value { basis = told }
    matchesByLevelAgeAndKind[Self.cell(finding.level, finding.age.band, finding.kind)] += 1
    if finding.age.years == 14, finding.age.isBirthday {
      let cell = Int(finding.level.rawValue) * Kind.allCases.count + Int(finding.kind.rawValue)
      turning14ByLevelAndKind[cell] += 1
    }
    if finding.labels.contains(.testData) { testData += 1 }
    if finding.labels.contains(.masked) { masked += 1 }
    masking.count(finding.concealment)
    level = max(level, finding.level)
    if finding.isCombined { combinedByLevel[Int(finding.level.rawValue)] += 1 }
    if allAreLinked, !finding.isLinked { keepLinkedApart() }
    distinct.insert(finding.fingerprint)
    if !allAreLinked, finding.isLinked { linkedApart.insert(finding.fingerprint) }
  }

  /// Those of `distinct` that stood beside an identifier of a higher rank (`Identifier.rank`) of the same
  /// role; only of types that have a rank.
  package var linked: DistinctCounter { allAreLinked ? distinct : linkedApart }

  /// Takes both sets from elsewhere.
  package mutating func setDistinct(_ distinct: DistinctCounter, linked: DistinctCounter) {
    self.distinct = distinct
    linkedApart = linked
    allAreLinked = false
  }

  private mutating func keepLinkedApart() {
    linkedApart = distinct
    allAreLinked = false
  }

  /// Matches that stand beside a match of another type in their record.
  package var combined: UInt64 { combinedByLevel[0] + combinedByLevel[1] + combinedByLevel[2] }

  /// At least as many fingerprints as are kept exactly, the linked ones once more; cheap.
  package var exactCountAtMost: Int {
    let linked = allAreLinked ? distinct.exactCountAtMost : linkedApart.exactCountAtMost
    return distinct.exactCountAtMost + linked
  }

  /// See `DistinctCounter.settle`.
  package mutating func settle() {
    distinct.settle()
    if !allAreLinked { linkedApart.settle() }
  }

  /// Fingerprints that are kept exactly, the linked ones once more.
  package var exactCount: Int { distinct.exactCount + linked.exactCount }

  /// Lets sketches stand for the sets of fingerprints, to save memory.
  package mutating func compact() {
    distinct.compact()
    if !allAreLinked, linkedApart.exactCount > 0 { linkedApart.compact() }
  }

  /// Matches by age and kind, whatever their level: index `AgeBand.rawValue * Kind.allCases.count +
  /// Kind.rawValue`. Made anew at each call.
  package var matchesByAgeAndKind: ContiguousArray<UInt64> {
    Self.sumOverLevels(matchesByLevelAgeAndKind)
  }

  /// `turning14ByLevelAndKind` whatever the level; index: kind. Made anew at each call.
  package var turning14Today: ContiguousArray<UInt64> {
    Self.sumOverLevels(turning14ByLevelAndKind)
  }

  private static func sumOverLevels(
    _ counts: ContiguousArray<UInt64>
  ) -> ContiguousArray<UInt64> {
    let size = counts.count / Level.allCases.count
    return ContiguousArray(
      (0..<size).map { cell in
        Level.allCases.reduce(0) { $0 + counts[Int($1.rawValue) * size + cell] }
      })
  }

  package func matches(in band: AgeBand) -> UInt64 {
    let kinds = Kind.allCases.count
    return Level.allCases.reduce(0) { sum, level in
      let first = Self.cell(level, band, .none)
      return sum + matchesByLevelAgeAndKind[first..<first + kinds].reduce(0, +)
    }
  }

  /// Adds the counts of a later part. Associative, and commutative but for the sample and its
  /// evidence, which are the earlier part's.
  package mutating func merge(_ later: borrowing FieldTally) {
    if matches == 0 || later.matches > 0 && later.basis == .value { basis = later.basis }
    tested += later.tested
    matches += later.matches
    possible += later.possible
    for i in matchesByLevelAgeAndKind.indices {
      matchesByLevelAgeAndKind[i] += later.matchesByLevelAgeAndKind[i]
    }
    for i in turning14ByLevelAndKind.indices {
      turning14ByLevelAndKind[i] += later.turning14ByLevelAndKind[i]
    }
    for level in combinedByLevel.indices { combinedByLevel[level] += later.combinedByLevel[level] }
    testData += later.testData
    masked += later.masked
    masking.merge(later.masking)
    level = max(level, later.level)
    isMixed = isMixed || later.isMixed
    if allAreLinked, !later.allAreLinked { keepLinkedApart() }
    distinct.merge(later.distinct)
    if !allAreLinked { linkedApart.merge(later.linked) }
    if sample.isEmpty {
      sample = later.sample
      sampleEvidence = later.sampleEvidence
    }
  }
}
