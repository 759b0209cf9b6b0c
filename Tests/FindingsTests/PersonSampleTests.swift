import Findings
import Testing

@Suite struct PersonSampleTests {
  private static func sample(_ numbers: some Sequence<Int>) -> PersonSample {
    var sample = PersonSample()
    for number in numbers {
      var random = SeededGenerator(seed: UInt64(number))
      let high = random.next()
      sample.insert(Fingerprint(high: high, low: random.next()))
    }
    return sample
  }

  @Test("Small sets are compared exactly, duplicates aside")
  func small() {
    let shared = PersonSample.shared(
      Self.sample(Array(0..<50) + Array(0..<50)), Self.sample(40..<100))
    #expect(shared.count == 10)
    #expect(shared.isExact)
  }

  @Test("Sets that share nothing share nothing, however large")
  func apart() {
    #expect(PersonSample.shared(Self.sample(0..<5000), Self.sample(6000..<9000)).count == 0)
  }

  @Test(
    "What large sets share is estimated",
    arguments: [(0..<20_000, 10_000..<30_000), (0..<50_000, 0..<50_000), (0..<100, 0..<40_000)])
  func large(_ a: Range<Int>, _ b: Range<Int>) {
    let known = Double(a.clamped(to: b).count)
    let shared = PersonSample.shared(Self.sample(a), Self.sample(b))
    #expect(!shared.isExact)
    // Five standard errors of a share that 128 or more of the union tell.
    #expect(abs(Double(shared.count) - known) <= 5 * 0.09 * Double(max(a.count, b.count)))
  }

  @Test("The order of insertions and merges does not show")
  func order() {
    var one = Self.sample(0..<700)
    one.merge(Self.sample((300..<1000).reversed()))
    var other = Self.sample((600..<1000).reversed())
    other.merge(Self.sample(0..<650))
    #expect(one.smallest == other.smallest)
    #expect(one.isPartial && other.isPartial)
    #expect(one.smallest.count == PersonSample.capacity)
  }
}
