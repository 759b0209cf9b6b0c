import Findings
import TestSupport
import Testing

@Suite struct SourceTallyTests {
  /// Counts of a part, as a workbench would make them.
  private func random(_ generator: inout SeededGenerator) -> SourceTally {
    var tally = SourceTally()
    for table in 0..<Int.random(in: 0...3, using: &generator) {
      var entry = SourceTally.Table(
        shape: TableShape(name: "t\(table)", columns: [ColumnShape(name: "c")]))
      entry.records = UInt64.random(in: 0...1000, using: &generator)
      entry.values = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        UInt64.random(in: 0...1000, using: &generator)
      }
      tally.tables.append(entry)
    }
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let key = SourceTally.Key(
        table: Int32.random(in: -1...1, using: &generator), field: -1,
        type: UInt16.random(in: 0...2, using: &generator))
      var field = FieldTally()
      field.tested = UInt64.random(in: 0...99, using: &generator)
      field.possible = UInt64.random(in: 0...99, using: &generator)
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        let level = Level.allCases.randomElement(using: &generator) ?? .certain
        field.count(
          FindingRecord(
            type: key.type, kind: Kind.allCases.randomElement(using: &generator) ?? .none,
            level: level, basis: .value, role: .subject,
            labels: Bool.random(using: &generator) ? .testData : .masked,
            age: Age(years: Int.random(in: 0...30, using: &generator)), decibans: 20, start: 0,
            end: 1, line: 1, column: 1, table: key.table, field: -1, record: 0,
            fingerprint: Fingerprint(
              high: UInt64.random(in: 0...50, using: &generator) << 40, low: 0),
            masked: 0..<0, value: 0..<0, evidence: 0..<0))
      }
      field.sample = [UInt8.random(in: 0x41...0x5A, using: &generator)]
      tally.fields[key] = field
    }
    return tally
  }

  private func words(_ tally: SourceTally, sample: Bool = true) -> [String] {
    tally.tables.map { "\($0.shape.name) \($0.records) \($0.values)" }
      + tally.fields.sorted { $0.key < $1.key }.map { key, field in
        "\(key.table) \(key.type) \(field.tested) \(field.matches) \(field.possible) "
          + "\(field.matchesByLevelAgeAndKind) \(field.turning14ByLevelAndKind) "
          + "\(field.testData) \(field.masked) \(field.level) \(field.distinct.count) "
          + (sample ? "\(field.sample)" : "")
      }
  }

  @Test("Parts add up to the same counts, however they are grouped")
  func associative() {
    let seed = TestSeed.value
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let (a, b, c) = (random(&generator), random(&generator), random(&generator))
      var left = a
      left.merge(b)
      left.merge(c)
      var tail = b
      tail.merge(c)
      var right = a
      right.merge(tail)
      #expect(words(left) == words(right), "seed \(seed)")
      var empty = SourceTally()
      empty.merge(a)
      #expect(words(empty) == words(a), "seed \(seed)")
    }
  }

  @Test("But for the sample, which is the first one's, the order does not matter either")
  func commutative() {
    let seed = TestSeed.value
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let (a, b) = (random(&generator), random(&generator))
      var (one, other) = (a, b)
      one.merge(b)
      other.merge(a)
      #expect(words(one, sample: false) == words(other, sample: false), "seed \(seed)")
    }
  }
}
