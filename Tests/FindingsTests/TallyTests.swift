import Findings
import Testing

@Suite struct TallyTests {
  static func finding(_ random: inout SeededGenerator) -> FindingRecord {
    let ages: [Age] = [.unknown, Age(years: 13), Age(years: 14), Age(years: 16), Age(years: 40)]
    var ageChoices = ages
    if let birth = CivilDate(year: 2012, month: 11, day: 22),
      let day = CivilDate(year: 2026, month: 11, day: 22)
    {
      ageChoices.append(Age(bornOn: birth, asOf: day))
    }
    func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }
    return FindingRecord(
      type: 0, kind: pick(Kind.allCases), level: pick(Level.allCases), basis: .value,
      role: .subject,
      labels: pick([[], .testData, .masked, [.testData, .masked]]), age: pick(ageChoices),
      decibans: 0, start: 0, end: 0, line: 0, column: 0, table: -1, field: -1, record: 0,
      fingerprint: Fingerprint(high: UInt64.random(in: 0..<40, using: &random), low: 0),
      masked: 0..<0,
      value: 0..<0, evidence: 0..<0)
  }

  static func tally(_ findings: some Sequence<FindingRecord>) -> FieldTally {
    var tally = FieldTally()
    for finding in findings {
      tally.tested += 1
      tally.count(finding)
    }
    return tally
  }

  /// Every count of a tally, to compare tallies by.
  static func counts(_ tally: FieldTally) -> [UInt64] {
    [
      tally.tested, tally.matches, tally.possible, tally.testData, tally.masked,
      UInt64(tally.level.rawValue), tally.distinct.count, tally.linked.count,
    ]
      + tally.matchesByLevelAgeAndKind + tally.turning14ByLevelAndKind
  }

  @Test(
    "The linked identifiers are those that were linked once, whatever the others are",
    arguments: [0, 1, 50, 99, 100])
  func linked(_ percentage: Int) {
    var random = SeededGenerator(seed: 0x7A11_0007)
    for _ in 0..<50 {
      var parts: [FieldTally] = []
      var (all, linked) = (Set<Fingerprint>(), Set<Fingerprint>())
      for _ in 0..<3 {
        var part = FieldTally()
        for _ in 0..<Int.random(in: 0...20, using: &random) {
          var finding = Self.finding(&random)
          finding.isLinked = Int.random(in: 0..<100, using: &random) < percentage
          part.count(finding)
          all.insert(finding.fingerprint)
          if finding.isLinked { linked.insert(finding.fingerprint) }
        }
        parts.append(part)
      }
      for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        var whole = FieldTally()
        for part in order { whole.merge(parts[part]) }
        #expect(whole.distinct.count == UInt64(all.count))
        #expect(whole.linked.count == UInt64(linked.count))
      }
    }
  }

  @Test("Tallies of parts merge, in any grouping, to the tally of the whole")
  func merging() {
    let seed: UInt64 = 0x7A11_0001
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let findings = (0..<60).map { _ in Self.finding(&random) }
      let cuts = [
        0, Int.random(in: 0...60, using: &random), Int.random(in: 0...60, using: &random), 60,
      ]
      .sorted()
      let parts = (0..<3).map { Self.tally(findings[cuts[$0]..<cuts[$0 + 1]]) }
      let whole = Self.counts(Self.tally(findings))
      for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        var left = parts[order[0]]
        left.merge(parts[order[1]])
        left.merge(parts[order[2]])
        var right = parts[order[1]]
        right.merge(parts[order[2]])
        var outer = parts[order[0]]
        outer.merge(right)
        #expect(Self.counts(left) == whole, "seed \(seed)")
        #expect(Self.counts(outer) == whole, "seed \(seed)")
      }
    }
  }

  @Test("Sums by age, by kind and by the fourteenth birthday are those of a plain count")
  func sums() {
    var random = SeededGenerator(seed: 0x7A11_0002)
    let findings = (0..<500).map { _ in Self.finding(&random) }
    let tally = Self.tally(findings)
    for band in AgeBand.allCases {
      #expect(tally.matches(in: band) == UInt64(findings.count { $0.age.band == band }))
      for kind in Kind.allCases {
        let both = findings.filter { $0.age.band == band && $0.kind == kind }
        let index = Int(band.rawValue) * Kind.allCases.count + Int(kind.rawValue)
        #expect(tally.matchesByAgeAndKind[index] == UInt64(both.count))
        for level in Level.allCases {
          #expect(
            tally.matches(level, in: band, of: kind) == UInt64(both.count { $0.level == level }))
        }
      }
    }
    for kind in Kind.allCases {
      let today = findings.count { $0.kind == kind && $0.age.years == 14 && $0.age.isBirthday }
      #expect(tally.turning14Today[Int(kind.rawValue)] == UInt64(today))
    }
  }

  @Test("The sample is the earliest part's")
  func sample() {
    var (first, second, third) = (FieldTally(), FieldTally(), FieldTally())
    second.sample = [0x32]
    third.sample = [0x33]
    first.merge(second)
    first.merge(third)
    #expect(first.sample == [0x32])
  }

  @Test("A source's tables and fields merge by their places")
  func sources() {
    func source(_ records: UInt64, _ values: [UInt64], _ fields: [Int32: UInt64]) -> SourceTally {
      var tally = SourceTally()
      var table = SourceTally.Table(shape: TableShape(name: "t", columns: []))
      table.records = records
      table.values = values
      tally.tables = [table]
      for (field, matches) in fields {
        var counts = FieldTally()
        counts.matches = matches
        tally.fields[SourceTally.Key(table: 0, field: field, type: 1)] = counts
      }
      return tally
    }
    let parts = [
      source(5, [5, 4], [0: 3]), source(2, [2, 2, 1], [0: 1, 2: 7]), source(0, [], [:]),
    ]
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
      var whole = parts[order[0]]
      whole.merge(parts[order[1]])
      whole.merge(parts[order[2]])
      #expect(whole.tables.map(\.records) == [7])
      #expect(whole.tables.map(\.values) == [[7, 6, 1]])
      #expect(
        Dictionary(uniqueKeysWithValues: whole.fields.map { ($0.key, $0.value.matches) }) == [
          SourceTally.Key(table: 0, field: 0, type: 1): 4,
          SourceTally.Key(table: 0, field: 2, type: 1): 7,
        ])
    }
  }

  @Test("The role of a field outside the known ones is the subject's")
  func roles() {
    var tally = SourceTally()
    var table = SourceTally.Table(shape: TableShape(name: "t", columns: []))
    table.roles = [.subject, .guardian]
    tally.tables = [table]
    let role = { tally.role(of: SourceTally.Key(table: $0, field: $1, type: 0)) }
    #expect(role(0, 0) == .subject)
    #expect(role(0, 1) == .guardian)
    for (table, field) in [(0, 2), (1, 0), (-1, -1), (0, -1)] as [(Int32, Int32)] {
      #expect(role(table, field) == .subject)
    }
  }

  /// 16 MiB of fingerprints of 16 bytes.
  @Test("A source keeps at most 16 MiB of fingerprints, and its counts stay within the error")
  func memory() {
    var whole = SourceTally()
    let counts = (0..<18).map { 60_000 + $0 } + [700, 1]
    for (field, count) in counts.enumerated() {
      var part = SourceTally()
      var (tally, distinct) = (FieldTally(), DistinctCounter())
      for fingerprint in DistinctCounterTests.fingerprints(count, seed: UInt64(field) << 40) {
        distinct.insert(fingerprint)
      }
      tally.setDistinct(distinct, linked: DistinctCounter())
      part.fields[SourceTally.Key(table: 0, field: Int32(field), type: 0)] = tally
      whole.merge(part)
      #expect(whole.fields.values.reduce(0) { $0 + $1.distinct.exactCount } <= (16 << 20) / 16)
    }
    for (field, count) in counts.enumerated() {
      let key = SourceTally.Key(table: 0, field: Int32(field), type: 0)
      let distinct = whole.fields[key]?.distinct ?? DistinctCounter()
      let error = abs(Double(distinct.count) - Double(count)) / Double(count)
      #expect(distinct.isExact ? error == 0 : error < 4 * DistinctCounter.relativeError)
      #expect(distinct.isExact || count > 1024)
    }
    #expect(whole.fields.values.contains { !$0.distinct.isExact })
  }
}
