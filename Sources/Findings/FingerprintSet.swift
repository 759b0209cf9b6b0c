/// A set of fingerprints in one array: open addressing, linear probing, at most two thirds full.
///
/// Fingerprints are keyed hashes already, so they are not hashed again but for one multiplication, which
/// spreads those that are none (a test's). Memory: 16 bytes a slot.
struct FingerprintSet: Sendable {
  /// All zeros is a free slot; the fingerprint of this value is kept apart.
  private static let free = Fingerprint(high: 0, low: 0)
  private static let smallest = 16

  private var slots: ContiguousArray<Fingerprint> = []
  private var hasFree = false
  private(set) var count = 0

  /// Adds a fingerprint; one that is there stays there once.
  mutating func insert(_ fingerprint: Fingerprint) {
    guard fingerprint != Self.free else {
      if !hasFree { count += 1 }
      hasFree = true
      return
    }
    if 3 * count >= 2 * slots.count { grow(to: max(Self.smallest, 2 * slots.count)) }
    if Self.place(fingerprint, in: &slots) { count += 1 }
  }

  /// Brings the slots of some fingerprints into the cache, all at once: what is waited for in turn when they are
  /// inserted one by one.
  func approach(_ fingerprints: borrowing ContiguousArray<Fingerprint>, _ range: Range<Int>) {
    guard slots.count > 1 << 12 else { return }
    var bits: UInt64 = 0
    for i in range { bits |= slots[slot(of: fingerprints[i])].low }
    withExtendedLifetime(bits) {}
  }

  @inline(__always)
  private func slot(of fingerprint: Fingerprint) -> Int {
    let mixed = (fingerprint.high ^ fingerprint.low) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (slots.count &- 1)
  }

  /// Makes room for a set of this size, whose members then come in the order of its slots.
  ///
  /// Members that came in that order into a much smaller table would all begin at its full end.
  mutating func reserve(_ size: Int) {
    var capacity = max(Self.smallest, slots.count)
    while 3 * size >= 2 * capacity { capacity *= 2 }
    if capacity > slots.count { grow(to: capacity) }
  }

  /// Calls `body` for each member, in no particular order.
  func forEach(_ body: (Fingerprint) -> Void) {
    if hasFree { body(Self.free) }
    for slot in slots where slot != Self.free { body(slot) }
  }

  private mutating func grow(to capacity: Int) {
    var larger = ContiguousArray(repeating: Self.free, count: capacity)
    for slot in slots where slot != Self.free { _ = Self.place(slot, in: &larger) }
    slots = larger
  }

  /// Puts a fingerprint into its slot; false where it stands there already.
  @inline(__always)
  private static func place(
    _ fingerprint: Fingerprint, in slots: inout ContiguousArray<Fingerprint>
  ) -> Bool {
    let mask = slots.count &- 1
    let mixed = (fingerprint.high ^ fingerprint.low) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed &>> 32) & mask
    while slots[slot] != Self.free {
      if slots[slot] == fingerprint { return false }
      slot = (slot &+ 1) & mask
    }
    slots[slot] = fingerprint
    return true
  }
}
