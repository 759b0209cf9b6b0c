/// The tallies of a source by field and type, in the order in which they were met.
///
/// A finding is counted in one of few tallies, mostly in one that was asked for a moment ago, so a small
/// table of recent keys stands before the dictionary.
package struct FieldTallies: Sendable {
  package typealias Key = SourceTally.Key

  private static let recentCount = 64

  package private(set) var keys: ContiguousArray<Key> = []
  package private(set) var values: ContiguousArray<FieldTally> = []
  private var places: [Key: Int32] = [:]
  /// Places in `keys` of keys that were asked for lately, by the low bits of the key; -1 for none. Empty until one is:
  /// most files have no finding.
  private var recent: ContiguousArray<Int32> = []

  package init() {}

  /// The tally of a key, nil where nothing was counted.
  package subscript(_ key: Key) -> FieldTally? {
    get { places[key].map { values[Int($0)] } }
    set {
      if let newValue { values[place(of: key)] = newValue }
    }
  }

  /// The tally of a key, made where there is none.
  package mutating func withTally<Result>(
    of key: Key, _ body: (inout FieldTally) -> Result
  ) -> Result {
    body(&values[place(of: key)])
  }

  /// Counts a finding in the tally of its field and type.
  ///
  /// - Returns: how many there are with it, and whether the tally has no sample yet.
  package mutating func count(
    _ finding: borrowing FindingRecord
  ) -> (matches: UInt64, lacksSample: Bool) {
    let place = place(
      of: Key(table: finding.table, field: finding.field, type: finding.type))
    values[place].count(finding)
    return (values[place].matches, values[place].sample.isEmpty)
  }

  @inline(__always)
  private mutating func place(of key: Key) -> Int {
    let bits = UInt32(bitPattern: key.field &* 5 &+ key.table) &+ UInt32(key.type) &* 3
    let slot = Int(truncatingIfNeeded: bits) & (Self.recentCount &- 1)
    let known = recent.isEmpty ? -1 : Int(recent[slot])
    if known >= 0, keys[known] == key { return known }
    return place(of: key, in: slot)
  }

  @inline(never)
  private mutating func place(of key: Key, in slot: Int) -> Int {
    let place = places[key] ?? Int32(keys.count)
    if recent.isEmpty { recent = ContiguousArray(repeating: -1, count: Self.recentCount) }
    recent[slot] = place
    guard place == keys.count else { return Int(place) }
    places[key] = place
    keys.append(key)
    values.append(FieldTally())
    return Int(place)
  }
}

extension FieldTallies: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { keys.count }

  package subscript(_ place: Int) -> (key: Key, value: FieldTally) { (keys[place], values[place]) }
}
