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

  /// The estimates of a second implementation of the paper (Ertl 2017, algorithm 6) in Python, on the
  /// same SplitMix64 numbers.
  @Test(
    "The sketch estimates what another implementation of the paper does",
    arguments: [
      (1, 2000, 1994.7843784785462),
      (1, 10000, 10090.489718615652),
      (1, 30000, 30192.35505969364),
      (1, 41000, 41004.84344742495),
      (1, 45000, 44969.230949465265),
      (1, 65537, 65489.93886321807),
      (1, 100000, 99726.38651456134),
      (2, 2000, 2003.5577052659337),
      (2, 10000, 10076.895169056155),
      (2, 30000, 29786.46609260418),
      (2, 41000, 40798.952597155105),
      (2, 45000, 44756.252371126866),
      (2, 65537, 65105.04626534582),
      (2, 100000, 98865.96580067051),
      (3, 2000, 2007.0086520241462),
      (3, 10000, 9998.5732712416),
      (3, 30000, 30241.39778961445),
      (3, 41000, 40980.34192357206),
      (3, 45000, 45005.565714539036),
      (3, 65537, 65550.75566762373),
      (3, 100000, 100368.31681664882),
      (1, 1000000, 995115.4201254009),
      (2, 1000000, 1003668.3802566088),
    ] as [(UInt64, Int, Double)])
  func estimates(_ seed: UInt64, _ count: Int, _ expected: Double) {
    var random = SeededGenerator(seed: seed)
    var counter = DistinctCounter()
    for _ in 0..<count {
      let high = random.next()
      counter.insert(Fingerprint(high: high, low: random.next()))
    }
    counter.compact()
    #expect(!counter.isExact)
    #expect(abs(Double(counter.count) - expected) <= 0.51)
    let error = (Double(counter.count) - Double(count)) / Double(count)
    #expect(abs(error) < 3 * DistinctCounter.relativeError, "seed \(seed)")
  }

  @Test("The sketch is biased at no size: the errors of twenty seeds cancel out")
  func bias() {
    let sizes = [2_000, 10_000, 25_000, 41_000, 50_000]
    var errors = [Double](repeating: 0, count: sizes.count)
    for seed in 1...20 as ClosedRange<UInt64> {
      var counter = DistinctCounter()
      counter.compact()
      var random = SeededGenerator(seed: seed << 32)
      var inserted = 0
      for (index, size) in sizes.enumerated() {
        while inserted < size {
          let high = random.next()
          counter.insert(Fingerprint(high: high, low: random.next()))
          inserted += 1
        }
        errors[index] += Double(counter.count) / Double(size) - 1
      }
    }
    for (size, error) in zip(sizes, errors) {
      // Three standard deviations of the mean of twenty.
      #expect(abs(error / 20) < 3 * DistinctCounter.relativeError / 20.0.squareRoot(), "\(size)")
    }
  }

  @Test("A sketch of nothing, and of one, counts nothing and one")
  func smallSketches() {
    var counter = DistinctCounter()
    counter.compact()
    #expect(!counter.isExact && counter.count == 0)
    counter.insert(Fingerprint(high: 1, low: 1))
    #expect(counter.count == 1)
    #expect(Self.merged(counter, Self.counter([Fingerprint(high: 1, low: 1)])).count == 1)
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
