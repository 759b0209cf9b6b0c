import Testing

@testable import Findings

/// The flat tables hold what a set and a dictionary of the standard library hold.
@Suite struct FlatTableTests {
  @Test("A set of fingerprints has each member once, whatever its bits", arguments: 0..<8)
  func fingerprints(_ round: Int) {
    var random = SeededGenerator(seed: UInt64(round) + 7)
    var flat = FingerprintSet()
    var known: Set<Fingerprint> = []
    // Few different values, zeros among them, values that share their low or their high half, and many.
    let (bits, count) = [(2, 50), (8, 3000), (20, 40_000), (64, 70_000)][round % 4]
    let mask = bits == 64 ? UInt64.max : 1 << UInt64(bits) - 1
    for _ in 0..<count {
      let high = random.next() & mask
      let low = round < 4 ? 0 : random.next() & mask << UInt64((64 - bits) / 2)
      flat.insert(Fingerprint(high: high, low: low))
      known.insert(Fingerprint(high: high, low: low))
    }
    #expect(flat.count == known.count)
    var members: Set<Fingerprint> = []
    var calls = 0
    flat.forEach {
      members.insert($0)
      calls += 1
    }
    #expect(members == known)
    #expect(calls == known.count)
  }

  @Test(
    "Two sets become one, or tell that they are too many",
    arguments: [(0, 10), (10, 0), (3000, 3000), (5000, 40), (40, 5000), (9000, 2000), (9000, 9000)])
  func union(_ own: Int, _ others: Int) {
    let limit = 10_000
    var random = SeededGenerator(seed: UInt64(own + 3 * others))
    // Some are in both, and the one that stands for a free slot is in one of them.
    let all =
      [Fingerprint(high: 0, low: 0)]
      + (0..<own + others).map { _ in
        Fingerprint(high: random.next(), low: random.next() & 0xFF)
      }
    let (a, b) = (Array(all[..<own]), Array(all[(own - own / 4)...]))
    var (left, right) = (FingerprintSet(), FingerprintSet())
    for fingerprint in a { left.insert(fingerprint) }
    for fingerprint in b { right.insert(fingerprint) }
    let known = Set(a).union(b)
    let isWhole = left.formUnion(right, limit: limit)
    #expect(isWhole == (known.count <= limit))
    var members: Set<Fingerprint> = []
    left.forEach { members.insert($0) }
    #expect(members.count == left.count)
    #expect(isWhole ? members == known : left.count > limit && members.isSubset(of: known))
  }

  @Test("A counter of merged parts merges like one that counted all", arguments: [1300, 42_000])
  func mergedParts(_ size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    let all = (0..<84_000).map { _ in Fingerprint(high: random.next(), low: random.next()) }
    var (whole, parts) = (DistinctCounter(), DistinctCounter())
    for fingerprint in all { whole.insert(fingerprint) }
    for start in stride(from: 0, to: all.count, by: size) {
      var part = DistinctCounter()
      for fingerprint in all[start..<min(start + size, all.count)] { part.insert(fingerprint) }
      parts.merge(part)
    }
    var again = DistinctCounter()
    again.merge(parts)
    #expect(parts.count == whole.count)
    #expect(again.count == whole.count)
  }

  @Test("A counter counts the same whenever it is asked")
  func askedOften() {
    var random = SeededGenerator(seed: 11)
    var asked = DistinctCounter()
    var known: Set<UInt64> = []
    for _ in 0..<700 {
      let value = random.next() % 400
      known.insert(value)
      asked.insert(Fingerprint(high: value, low: value))
      #expect(asked.count == UInt64(known.count))
      #expect(asked.exactCount == known.count)
      #expect(asked.exactCountAtMost >= known.count)
    }
    asked.settle()
    #expect(asked.exactCountAtMost == known.count)
  }

  @Test("A tally is found by its key, however many there are")
  func tallies() {
    var random = SeededGenerator(seed: 3)
    var flat = FieldTallies()
    var known: [SourceTally.Key: UInt64] = [:]
    for _ in 0..<20_000 {
      let key = SourceTally.Key(
        table: Int32(truncatingIfNeeded: random.next() % 4) - 1,
        field: Int32(truncatingIfNeeded: random.next() % 90) - 1,
        type: UInt16(random.next() % 6))
      flat.withTally(of: key) { $0.possible += 1 }
      known[key, default: 0] += 1
    }
    #expect(Dictionary(uniqueKeysWithValues: flat.map { ($0.key, $0.value.possible) }) == known)
    #expect(Set(flat.keys) == Set(known.keys))
    let none = SourceTally.Key(table: 9, field: 9, type: 9)
    #expect(flat[none] == nil)
    flat[none]?.possible = 1
    #expect(flat[none] == nil)
    flat[none] = FieldTally()
    flat[none]?.possible = 5
    #expect(flat[none]?.possible == 5)
  }
}
