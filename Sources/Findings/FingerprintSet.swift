/// A set of fingerprints in one array: open addressing, linear probing, at most four fifths full.
///
/// Fingerprints are keyed hashes already, so they are not hashed again but for one multiplication, which
/// spreads those that are none (a test's). They stand in the order of this product, but for what is pushed
/// behind others. Memory: 16 bytes a slot, 20 to 32 a member of a large set.
struct FingerprintSet: Sendable {
  /// All zeros is a free slot; the fingerprint of this value is kept apart.
  private static let free = Fingerprint(high: 0, low: 0)
  private static let smallest = 16
  /// Up to here the room is doubled; from here on it grows by half of this, to save memory. The largest set
  /// that a counter keeps fills its room of 81,920 slots.
  private static let doubledUpTo = 1 << 15
  private static let pace = 64

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
    if 5 * count >= 4 * slots.count { grow(to: Self.capacity(above: slots.count)) }
    if Self.place(fingerprint, in: &slots) { count += 1 }
  }

  /// Brings the slots of some fingerprints into the cache, all at once: what is waited for in turn when they are
  /// inserted one by one.
  func approach(_ fingerprints: borrowing ContiguousArray<Fingerprint>, _ range: Range<Int>) {
    guard slots.count > 1 << 12 else { return }
    var bits: UInt64 = 0
    for i in range { bits |= slots[Self.slot(of: fingerprints[i], of: slots.count)].low }
    withExtendedLifetime(bits) {}
  }

  /// Adds the members of another set, as long as this one has no more than `limit`.
  ///
  /// - Returns: whether all were added.
  mutating func formUnion(_ other: FingerprintSet, limit: Int) -> Bool {
    if other.hasFree { insert(Self.free) }
    if count + other.count <= limit {
      // Members come in the order of their slots: with room for all they fill theirs one after another.
      var capacity = slots.count
      while 5 * (count + other.count) > 4 * capacity { capacity = Self.capacity(above: capacity) }
      if capacity > slots.count { grow(to: capacity) }
      for slot in other.slots where slot != Self.free { insert(slot) }
      return true
    }
    // In a table that is too small for all of them they would fall upon its beginning.
    for first in 0..<Self.pace {
      for i in stride(from: first, to: other.slots.count, by: Self.pace)
      where other.slots[i] != Self.free {
        if count > limit { return false }
        insert(other.slots[i])
      }
    }
    return count <= limit
  }

  /// Calls `body` for each member, in no particular order.
  func forEach(_ body: (Fingerprint) -> Void) {
    if hasFree { body(Self.free) }
    for slot in slots where slot != Self.free { body(slot) }
  }

  private static func capacity(above capacity: Int) -> Int {
    capacity < doubledUpTo ? max(smallest, 2 * capacity) : capacity + doubledUpTo / 2
  }

  private mutating func grow(to capacity: Int) {
    var larger = ContiguousArray(repeating: Self.free, count: capacity)
    for slot in slots where slot != Self.free { _ = Self.place(slot, in: &larger) }
    slots = larger
  }

  /// The slot of so many at which a fingerprint is looked for first.
  @inline(__always)
  private static func slot(of fingerprint: Fingerprint, of count: Int) -> Int {
    let mixed = (fingerprint.high ^ fingerprint.low) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Puts a fingerprint into its slot; false where it stands there already.
  @inline(__always)
  private static func place(
    _ fingerprint: Fingerprint, in slots: inout ContiguousArray<Fingerprint>
  ) -> Bool {
    let end = slots.count
    var slot = slot(of: fingerprint, of: end)
    while slots[slot] != Self.free {
      if slots[slot] == fingerprint { return false }
      slot &+= 1
      if slot == end { slot = 0 }
    }
    slots[slot] = fingerprint
    return true
  }
}
