import Findings
import Testing

@Suite struct DistinctCounterTests {
  static func fingerprints(_ count: Int, seed: UInt64) -> [Fingerprint] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let high = random.next()
      return Fingerprint(high: high, low: random.next())
    }
  }

  static func counter(_ fingerprints: some Sequence<Fingerprint>) -> DistinctCounter {
    var counter = DistinctCounter()
    for fingerprint in fingerprints { counter.insert(fingerprint) }
    return counter
  }

  static func merged(_ a: DistinctCounter, _ b: DistinctCounter) -> DistinctCounter {
    var result = a
    result.merge(b)
    return result
  }

  @Test("An empty counter has counted nothing, exactly")
  func empty() {
    #expect(DistinctCounter().count == 0)
    #expect(DistinctCounter().isExact)
  }

  @Test("The count is exact to its limit, and repeated fingerprints count once")
  func exact() {
    let prints = Self.fingerprints(DistinctCounter.exactLimit + 1, seed: 11)
    var counter = DistinctCounter()
    for (index, print) in prints.dropLast().enumerated() {
      counter.insert(print)
      if index % 9973 == 0 { #expect(counter.count == UInt64(index + 1)) }
    }
    for print in prints.prefix(1000) { counter.insert(print) }
    #expect(counter.isExact)
    #expect(counter.count == UInt64(DistinctCounter.exactLimit))
    counter.insert(prints[DistinctCounter.exactLimit])
    #expect(!counter.isExact)
  }

  @Test("Fingerprints that differ in one bit are different")
  func bits() {
    let prints =
      (0..<64).map { Fingerprint(high: 1 << UInt64($0), low: 0) }
      + (0..<64).map { Fingerprint(high: 0, low: 1 << UInt64($0)) }
    #expect(Self.counter(prints).count == 128)
  }

  /// The estimates of a second implementation of the paper (Flajolet and others 2007, figure 3) in
  /// Python, with integers of any size and libm's logarithm, on the same SplitMix64 numbers.
  @Test(
    "The sketch estimates what another implementation of the paper does",
    arguments: [
      (1, 65_537, 65611.56429697387), (2, 65_537, 65239.74311378067),
      (3, 65_537, 65676.01410014536),
      (4, 65_537, 65560.27432177047), (5, 65_537, 65773.9053793741),
      (1, 100_000, 99716.66353714168),
      (2, 100_000, 98858.12140962342), (3, 100_000, 100357.76593049725),
      (4, 100_000, 100536.44964471633), (5, 100_000, 100623.71172426471),
      (1, 1_000_000, 994984.3379667577), (2, 1_000_000, 1003536.171454308),
    ] as [(UInt64, Int, Double)])
  func estimates(_ seed: UInt64, _ count: Int, _ expected: Double) {
    var random = SeededGenerator(seed: seed)
    var counter = DistinctCounter()
    for _ in 0..<count {
      let high = random.next()
      counter.insert(Fingerprint(high: high, low: random.next()))
    }
    #expect(!counter.isExact)
    #expect(abs(Double(counter.count) - expected) <= 0.51)
    let error = (Double(counter.count) - Double(count)) / Double(count)
    #expect(abs(error) < 3 * DistinctCounter.relativeError, "seed \(seed)")
  }

  @Test("The standard error is 1.04 divided by the root of 2^14")
  func standardError() { #expect(abs(DistinctCounter.relativeError - 1.04 / 128) < 0.0001) }

  @Test("The order of insertion does not matter, across the limit too")
  func order() {
    let seed: UInt64 = 0xD157_0001
    var random = SeededGenerator(seed: seed)
    for size in [1000, DistinctCounter.exactLimit + 5000] {
      var prints = Self.fingerprints(size, seed: seed)
      let count = Self.counter(prints).count
      #expect(Self.counter(prints.reversed()).count == count)
      prints.shuffle(using: &random)
      #expect(Self.counter(prints + prints.prefix(500)).count == count, "seed \(seed)")
    }
  }

  @Test(
    "Merging is associative and commutative, and the same as counting the whole",
    arguments: [
      [300, 300, 300], [40_000, 40_000, 100], [30_000, 30_000, 30_000], [70_000, 10, 0],
      [70_000, 70_000, 10], [80_000, 0, 80_000], [DistinctCounter.exactLimit, 0, 1],
    ])
  func merging(_ sizes: [Int]) {
    let prints = Self.fingerprints(sizes.reduce(0, +), seed: 0xD157_0002)
    // The parts overlap by a tenth, as the same person stands in several parts.
    var start = 0
    let parts = sizes.map { size in
      let part = Self.counter(prints[max(0, start - size / 10)..<start + size])
      start += size
      return part
    }
    let (a, b, c) = (parts[0], parts[1], parts[2])
    let whole = Self.counter(prints)
    let merges = [
      Self.merged(Self.merged(a, b), c), Self.merged(a, Self.merged(b, c)),
      Self.merged(Self.merged(c, b), a), Self.merged(b, Self.merged(a, c)),
    ]
    for merge in merges {
      #expect(merge.count == whole.count)
      #expect(merge.isExact == whole.isExact)
    }
  }

  @Test("Merging a counter with itself or with an empty one changes nothing")
  func idempotence() {
    for size in [10, 70_000] {
      let counter = Self.counter(Self.fingerprints(size, seed: 5))
      #expect(Self.merged(counter, counter).count == counter.count)
      #expect(Self.merged(counter, DistinctCounter()).count == counter.count)
      #expect(Self.merged(DistinctCounter(), counter).count == counter.count)
    }
  }
}
