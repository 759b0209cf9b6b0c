import Findings

/// The paths of a source's values, each the name of a column.
///
/// Objects may have data for keys (`{"13800138000": {...}}`, `{"node_modules/a": {...}}`), and there
/// is no end of those: keys that look like data, and keys beyond the first 256 of one place, share
/// the name `*`. Memory is bounded by the number of paths; what comes after shares that of its parent.
struct JSONPaths {
  /// A place in the documents.
  struct Place {
    /// As reports print it: `orders[].receiver.phone`; empty for the root.
    let name: String
    /// Keys that have places of their own.
    fileprivate var memberCount = 0
    fileprivate var elements: Int?
    fileprivate var folded: Int?
    fileprivate(set) var column: Int?
    /// The place stands for many keys: its values are elements rather than members.
    let isFolded: Bool
  }

  static let root = 0
  private static let mostMembers = 256
  /// A longer key is data.
  static let longestKeyInBytes = 64
  private static let longestNameInBytes = 512
  /// Digits in a row that make a key data.
  private static let mostDigitsOfName = 4

  private(set) var places: [Place]
  private var members = MemberTable()
  /// The columns, in the order in which their values were first met.
  private(set) var columns: [ColumnShape] = []

  private let mostPaths: Int

  /// - Parameters:
  ///   - rootName: what the paths begin with: the column whose values are documents.
  ///   - mostPaths: how many there may be.
  init(rootName: String = "", mostPaths: Int = 4096) {
    self.mostPaths = mostPaths
    places = [Place(name: rootName, isFolded: false)]
  }

  /// The place of the elements of the array at `place`.
  mutating func elements(of place: Int, isRoot: Bool) -> Int {
    if let known = places[place].elements { return known }
    let name = isRoot ? "" : places[place].name + "[]"
    let made = add(name, below: place, isFolded: false)
    places[place].elements = made
    return made
  }

  /// The place of the value that `key` names in the object at `place`.
  mutating func member(_ key: [UInt8], of place: Int) -> Int {
    let hash = key.reduce(Self.emptyHash) { Self.hash($0, $1) }
    if let known = knownMember(hash, of: place) { return known }
    if places[place].memberCount >= Self.mostMembers || Self.isData(key) {
      return foldedMember(of: place)
    }
    let made = add(
      join(place, String(decoding: key, as: UTF8.self)), below: place, isFolded: false)
    if made != place {
      members.enter(hash, in: place, place: made)
      places[place].memberCount += 1
    }
    return made
  }

  /// The place of the value whose key has this hash in the object at `place`; nil for a key that was not met
  /// there, or has no place of its own.
  func knownMember(_ keyHash: UInt64, of place: Int) -> Int? {
    members.place(of: keyHash, in: place)
  }

  /// The column of the values at `place`; nil before the first of them.
  func knownColumn(of place: Int) -> Int? { places[place].column }

  /// The place of the values whose keys are data, and of those keys.
  mutating func foldedMember(of place: Int) -> Int {
    if let known = places[place].folded { return known }
    let made = add(join(place, "*"), below: place, isFolded: true)
    places[place].folded = made
    return made
  }

  /// The column of the values at `place`, and whether it is new.
  mutating func column(of place: Int) -> (index: Int, isNew: Bool) {
    if let known = places[place].column { return (known, false) }
    let index = columns.count
    // A root that is a value of its own has no name.
    columns.append(ColumnShape(name: places[place].name.isEmpty ? "[]" : places[place].name))
    places[place].column = index
    return (index, true)
  }

  /// Whether a key is a datum rather than a name: long, or with a number or a mail address in it.
  static func isData(_ key: [UInt8]) -> Bool {
    guard key.count <= longestKeyInBytes else { return true }
    var digits = 0
    for (i, byte) in key.enumerated() {
      // `@timestamp` and `@type` are names.
      if byte == 0x40, i > 0 { return true }
      digits = byte &- 0x30 <= 9 ? digits + 1 : 0
      if digits > mostDigitsOfName { return true }
    }
    return false
  }

  private func join(_ place: Int, _ key: String) -> String {
    places[place].name.isEmpty ? key : places[place].name + "." + key
  }

  private mutating func add(_ name: String, below place: Int, isFolded: Bool) -> Int {
    guard places.count < mostPaths, name.utf8.count <= Self.longestNameInBytes else {
      return place
    }
    places.append(Place(name: name, isFolded: isFolded))
    return places.count - 1
  }

  /// The hash of a key, byte by byte from `emptyHash` on: FNV-1a. Two keys of one place that share it would
  /// share a column, no more.
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
}
