/// Counts distinct fingerprints: exactly while they are few, then by a HyperLogLog sketch.
///
/// The state after all insertions and merges depends only on the set of fingerprints, not on their
/// order, so parts merge to the same numbers however they were cut. The sketch is that of
/// Flajolet, Fusy, Gandouet and Meunier (2007) with 2^14 registers, read by the estimator of Ertl (2017,
/// arXiv 1702.01284, algorithm 6): theirs is 2 % too high at some 40,000, where it goes over from
/// counting empty registers. The standard error is 1.04 / sqrt(2^14) = 0.81 %.
package struct DistinctCounter: Sendable {
  /// Fingerprints kept exactly before the sketch takes over: 16 bytes each.
  package static let exactLimit = 1 << 16
  /// Standard error of the sketch.
  package static let relativeError = 0.0081

  static let indexBits: UInt64 = 14

  private var exact: Set<Fingerprint> = []
  /// 2^14 registers, or empty while the count is exact.
  var registers: ContiguousArray<UInt8> = []

  package init() {}

  package var isExact: Bool { registers.isEmpty }

  /// Fingerprints that are kept exactly now; 0 for a sketch.
  package var exactCount: Int { exact.count }

  /// What is kept exactly, in no order.
  var exactFingerprints: some Collection<Fingerprint> { exact }

  /// Goes over to the sketch now, to save memory.
  package mutating func compact() {
    if isExact { sketch() }
  }

  package mutating func insert(_ fingerprint: Fingerprint) {
    guard isExact else {
      register(fingerprint)
      return
    }
    exact.insert(fingerprint)
    if exact.count > Self.exactLimit { sketch() }
  }

  package mutating func merge(_ other: DistinctCounter) {
    if other.isExact {
      for fingerprint in other.exact { insert(fingerprint) }
      return
    }
    if isExact { sketch() }
    for i in registers.indices { registers[i] = max(registers[i], other.registers[i]) }
  }

  /// The number of distinct fingerprints; an estimate when `isExact` is false.
  package var count: UInt64 {
    guard !isExact else { return UInt64(exact.count) }
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
    for fingerprint in exact { register(fingerprint) }
    exact = []
  }

  private mutating func register(_ fingerprint: Fingerprint) {
    let index = Int(fingerprint.low & ((1 << Self.indexBits) - 1))
    let rank = UInt8(fingerprint.high.leadingZeroBitCount + 1)
    // Ranks over 63 do not occur in any count that fits a machine.
    registers[index] = max(registers[index], min(rank, 63))
  }
}
