/// A set of hashes that is filled once: one array with open addressing, at most a quarter full.
///
/// `Set` would hash the hashes again, with a function made for values that somebody may choose.
struct HashTable: Sendable {
  /// 0 for a free slot; 0 itself is kept apart.
  private let slots: ContiguousArray<UInt64>
  private let hasZero: Bool

  init(_ hashes: some Collection<UInt64>) {
    var count = 8
    while count < 4 * hashes.count { count *= 2 }
    var slots = ContiguousArray<UInt64>(repeating: 0, count: count)
    for hash in hashes where hash != 0 {
      var slot = Self.slot(of: hash, count)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (count - 1) }
      slots[slot] = hash
    }
    self.slots = slots
    hasZero = hashes.contains(0)
  }

  /// Whether a hash is one of them. Cost: a look at a slot or two.
  func contains(_ hash: UInt64) -> Bool {
    guard hash != 0 else { return hasZero }
    var slot = Self.slot(of: hash, slots.count)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private static func slot(of hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 32) & (count - 1)
  }
}
