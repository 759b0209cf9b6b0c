/// The places that keys lead to, each by the place above it and the hash of the key. Open addressing, half
/// of the slots free; three words of memory a key and more.
struct MemberTable {
  private struct Slot {
    var hash: UInt64
    /// The place above; -1 in a free slot.
    var parent: Int32
    var place: Int32
  }

  private var slots: ContiguousArray<Slot> = []
  private var count = 0

  private static let leastSlots = 16

  /// The place of a key whose hash is `hash` in the object at `parent`; nil where it was not entered.
  func place(of hash: UInt64, in parent: Int) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[Self.index(of: hash, parent, among: slots)]
    return slot.parent >= 0 ? Int(slot.place) : nil
  }

  /// Enters a key that is not there yet.
  mutating func enter(_ hash: UInt64, in parent: Int, place: Int) {
    if 2 * (count + 1) > slots.count { grow() }
    let index = Self.index(of: hash, parent, among: slots)
    slots[index] = Slot(hash: hash, parent: Int32(parent), place: Int32(place))
    count += 1
  }

  private mutating func grow() {
    let free = Slot(hash: 0, parent: -1, place: 0)
    var grown = ContiguousArray(
      repeating: free, count: max(Self.leastSlots, 2 * slots.count))
    for slot in slots where slot.parent >= 0 {
      grown[Self.index(of: slot.hash, Int(slot.parent), among: grown)] = slot
    }
    slots = grown
  }

  /// The slot of the key, or the free one where it belongs.
  private static func index(
    of hash: UInt64, _ parent: Int, among slots: ContiguousArray<Slot>
  ) -> Int {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: parent)) &* 0x9E37_79B9_7F4A_7C15
    var index = Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    while slots[index].parent >= 0 {
      if slots[index].hash == hash, Int(slots[index].parent) == parent { break }
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }
}
