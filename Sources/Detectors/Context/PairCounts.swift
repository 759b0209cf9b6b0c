/// Counts by a key of two numbers. A column has few, which stand in a list; those beyond are in a dictionary.
struct PairCounts: Sendable {
  private static let listed = 16

  private var keys: ContiguousArray<UInt32> = []
  private var counts: ContiguousArray<UInt64> = []
  private var others: [UInt32: UInt64] = [:]

  mutating func add(_ count: UInt64, to key: UInt32) {
    for i in keys.indices where keys[i] == key {
      counts[i] += count
      return
    }
    guard keys.count < Self.listed else {
      others[key, default: 0] += count
      return
    }
    keys.append(key)
    counts.append(count)
  }

  /// Calls `body` for each key with its count, in no particular order.
  func forEach(_ body: (UInt32, UInt64) -> Void) {
    for i in keys.indices { body(keys[i], counts[i]) }
    for (key, count) in others { body(key, count) }
  }
}
