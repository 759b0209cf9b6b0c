/// What speaks for and against one address, in the order in which it was seen: without a block of memory.
struct AddressItems: Sendable {
  private var places = InlineArray<40, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Their sum.
  private(set) var decibans = 0

  /// Adds an item. Each is added at most once, so there is room for all.
  mutating func append(_ item: AddressEvidence) {
    places[count] = UInt8(item.rawValue)
    count += 1
    decibans += item.decibans
  }

  /// The `AddressEvidence.rawValue` of an item.
  subscript(_ i: Int) -> Int { Int(places[i]) }
}
