/// Counts distinct fingerprints: exactly while they are few, then by a HyperLogLog sketch.
///
/// The state after all insertions and merges depends only on the set of fingerprints, not on their
/// order, so parts merge to the same numbers however they were cut. The sketch is that of
/// Flajolet, Fusy, Gandouet and Meunier (2007) with 2^14 registers, read by the estimator of Ertl (2017,
/// arXiv 1702.01284, algorithm 6): theirs is 2 % too high at some 40,000, where it goes over from
/// counting empty registers. The standard error is 1.04 / sqrt(2^14) = 0.81 %. (Of 3,000 simulated populations
/// of 5.5 million the estimates were off by 0.82 % in the root mean square, and 94.9 in 100 lay within 1.96
/// standard errors; of 2,000 of 100,000, by 0.73 % and 96.8.)
package struct DistinctCounter: Sendable {
  /// Fingerprints kept exactly before the sketch takes over: 16 bytes each.
  package static let exactLimit = 1 << 16
  /// Standard error of the sketch.
  package static let relativeError = 0.0081

  static let indexBits: UInt64 = 14

  /// What came last and is in neither of the others yet, at most 256, or 2,048 where most of those that came
  /// before were new: the sets of a dump's columns are more than the cache holds, so each is filled by itself;
  /// and what a part of a source has counted is entered once, in the set of the whole.
  private var latest: ContiguousArray<Fingerprint> = []
  private var latestLimit = fewestLatest
  private static let fewestLatest = 1 << 8
  private static let mostLatest = 1 << 11

  private var exact = FingerprintSet()
  /// 2^14 registers, or empty while the count is exact.
  var registers: ContiguousArray<UInt8> = []

  package init() {}

  package var isExact: Bool {
    guard registers.isEmpty else { return false }
    return exactCountAtMost <= Self.exactLimit || settled.registers.isEmpty
  }

  /// Fingerprints that are kept exactly now; 0 for a sketch.
  package var exactCount: Int { settled.exact.count }

  /// At least as many as are kept exactly.
  package var exactCountAtMost: Int { exact.count + latest.count }

  /// What is kept exactly, in no order.
  var exactFingerprints: [Fingerprint] {
    var fingerprints: [Fingerprint] = []
    settled.exact.forEach { fingerprints.append($0) }
    return fingerprints
  }

  /// Goes over to the sketch now, to save memory.
  package mutating func compact() {
    settle()
    if registers.isEmpty { sketch() }
  }

  package mutating func insert(_ fingerprint: Fingerprint) {
    guard registers.isEmpty else {
      register(fingerprint)
      return
    }
    latest.append(fingerprint)
    if latest.count >= latestLimit { settle() }
  }

  package mutating func merge(_ other: DistinctCounter) {
    if other.registers.isEmpty {
      var (known, latest) = (other.exact, other.latest)
      if registers.isEmpty, known.count > exact.count { swap(&known, &exact) }
      if registers.isEmpty, !exact.formUnion(known, limit: Self.exactLimit) {
        sketch()
        // Beside a sketch nothing waits.
        settle()
      }
      if !registers.isEmpty { known.forEach { register($0) } }
      for fingerprint in latest { insert(fingerprint) }
      return
    }
    settle()
    if registers.isEmpty { sketch() }
    for i in registers.indices { registers[i] = max(registers[i], other.registers[i]) }
  }

  /// Takes what came last into the set or the sketch.
  package mutating func settle() {
    guard !latest.isEmpty else { return }
    let known = exact.count
    for i in latest.indices {
      if registers.isEmpty {
        if i & 31 == 0 { exact.approach(latest, i..<min(i + 32, latest.count)) }
        exact.insert(latest[i])
        if exact.count > Self.exactLimit { sketch() }
      } else {
        register(latest[i])
      }
    }
    latestLimit = 2 * (exact.count - known) > latest.count ? Self.mostLatest : Self.fewestLatest
    // A sketch has no use for the room.
    latest.removeAll(keepingCapacity: registers.isEmpty)
  }

  private var settled: DistinctCounter {
    guard !latest.isEmpty else { return self }
    var settled = self
    settled.settle()
    return settled
  }

  /// The number of distinct fingerprints; an estimate when `isExact` is false.
  package var count: UInt64 {
    latest.isEmpty ? settledCount : settled.settledCount
  }

  private var settledCount: UInt64 {
    guard !registers.isEmpty else { return UInt64(exact.count) }
    // How many registers hold each rank; ranks over 63 do not occur.
    var registersByRank = InlineArray<64, Int>(repeating: 0)
    for rank in registers { registersByRank[Int(rank)] += 1 }
    let m = Double(registers.count)
    var z = 0.0
    for rank in stride(from: 63, through: 1, by: -1) {
      z = 0.5 * (z + Double(registersByRank[rank]))
    }
    z += m * Self.sigma(Double(registersByRank[0]) / m)
    return UInt64(Self.alpha * m * m / z + 0.5)
  }

  /// The count as one of persons, with the bounds between which it lies 95 times in 100.
  package var personCount: PersonCount {
    let count = self.count
    if isExact { return PersonCount(exactly: count) }
    let reach = UInt64((1.96 * Self.relativeError * Double(count)).rounded(.up))
    return PersonCount(count: count, lower: count - min(count, reach), upper: count + reach)
  }

  /// 1 / (2 ln 2), the limit of the paper's constant for many registers.
  private static let alpha = 0.7213475204444817

  /// The sum x + x^2 + 2 x^4 + 4 x^8 + …: what registers that are still empty are worth, a share of
  /// `x` (0...1). Only products and sums, so the same input prints the same number everywhere.
  private static func sigma(_ share: Double) -> Double {
    guard share < 1 else { return .infinity }
    var (x, y, sum) = (share, 1.0, share)
    while true {
      x *= x
      let last = sum
      sum += x * y
      y += y
      if sum == last { return sum }
    }
  }

  private mutating func sketch() {
    registers = ContiguousArray(repeating: 0, count: 1 << Int(Self.indexBits))
    let members = exact
    exact = FingerprintSet()
    members.forEach { register($0) }
  }

  private mutating func register(_ fingerprint: Fingerprint) {
    let index = Int(fingerprint.low & ((1 << Self.indexBits) - 1))
    let rank = UInt8(fingerprint.high.leadingZeroBitCount + 1)
    // Ranks over 63 do not occur in any count that fits a machine.
    registers[index] = max(registers[index], min(rank, 63))
  }
}
