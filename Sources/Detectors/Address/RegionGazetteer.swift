/// The names of all divisions from province to township, for looking names up in running text.
///
/// Names are kept as 32-bit hashes beside their codes, never as strings: about 60,000 entries in one
/// megabyte, filled in about ten milliseconds from the tables. Two different names share a hash once
/// in 2^32 / 60,000 look-ups, which costs a few decibans of evidence and nothing else.
final class RegionGazetteer: Sendable {
  /// Names are at most this many characters long.
  static let longestNameInCharacters = 16

  /// No bit for a name that is too long to be looked up.
  fileprivate static func bit(ofLength length: Int) -> UInt16 {
    length > longestNameInCharacters ? 0 : 1 << UInt16(length - 1)
  }

  fileprivate static let shortFlag: UInt32 = 1 << 31
  /// The last division of its name; codes have thirty bits.
  fileprivate static let lastFlag: UInt32 = 1 << 30
  fileprivate static let slotCount = 1 << 17
  fileprivate static let beginningCount = 1 << 16
  /// Townships have no codes of their own here: one stands for all of a county.
  private static let anyTownship: UInt32 = 999

  /// By name: hash tag in the upper half, in the lower where its divisions begin in `divisions`; 0 for an
  /// empty slot; open addressing. One slot a name, since 400 townships are called 城关镇, and whoever looks
  /// for a name beside theirs would walk past all of them.
  private let slots: [UInt64]
  /// Codes with `shortFlag`, those of one name together, with `lastFlag` at the end.
  private let divisions: [UInt32]
  /// By hash of their first two characters: bit n, a name has n + 1 characters. Most words are no beginning.
  private let lengths: [UInt16]
  /// The same for their first three characters: lengths in the lower half, a tag of the hash in the upper; 0 for
  /// an empty slot, open addressing. With the first two alone, a third of all words would pass for beginnings.
  private let longerLengths: [UInt32]
  /// Divisions in the table, those with a short name twice.
  let count: Int

  /// - Parameters:
  ///   - regions: `regions.tsv` (columns `code`, `name`, `kind`).
  ///   - townships: `townships.tsv` (columns `county`, the code of the county, and `name`).
  init(regions: FactTable, townships: FactTable) {
    var filling = Filling()
    if !regions.isEmpty {
      filling.addRows(of: regions, codeColumn: "code", kindColumn: "kind", township: 0)
    }
    if !townships.isEmpty {
      filling.addRows(
        of: townships, codeColumn: "county", kindColumn: nil, township: Self.anyTownship)
    }
    filling.addPlacesOutsideTheTables()
    (slots, divisions) = filling.finished()
    lengths = filling.lengths
    longerLengths = filling.longerLengths
    count = filling.count
  }

  /// Calls `body` for each division named by the hash of a name, in the order of the tables.
  @inline(__always)
  func forEach(hash: UInt64, _ body: (Division) -> Void) {
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while slots[slot] != 0 {
      guard UInt32(truncatingIfNeeded: slots[slot] &>> 32) == tag else {
        slot = (slot + 1) & (Self.slotCount - 1)
        continue
      }
      var index = Int(UInt32(truncatingIfNeeded: slots[slot]))
      while true {
        let code = divisions[index]
        body(
          Division(
            code: code & ~(Self.shortFlag | Self.lastFlag), isShort: code & Self.shortFlag != 0))
        if code & Self.lastFlag != 0 { return }
        index += 1
      }
    }
  }

  /// Bit n: a name of n characters may begin with the two of the hash.
  @inline(__always)
  func lengths(ofNamesBeginningWith hash: UInt64) -> UInt32 {
    UInt32(lengths[Int(truncatingIfNeeded: hash) & (Self.beginningCount - 1)]) << 1
  }

  /// The same for the first three characters: of names of at least three.
  @inline(__always)
  func lengths(ofNamesBeginningWithThree hash: UInt64) -> UInt32 {
    let tag = Self.beginningTag(hash)
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while longerLengths[slot] != 0 {
      if longerLengths[slot] &>> 16 == tag { return (longerLengths[slot] & 0xFFFF) << 1 }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return 0
  }

  @inline(__always)
  fileprivate static func beginningTag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 48)
  }

  // MARK: Hashing

  static let emptyHash: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Adds a character to the hash of a name; traditional forms count as their simplified ones.
  @inline(__always)
  static func hash(_ hash: UInt64, adding scalar: UInt32) -> UInt64 {
    let mixed = (hash ^ UInt64(PlaceScript.simplified(scalar))) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 32)
  }

  @inline(__always)
  fileprivate static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) | 1
  }
}

extension RegionGazetteer {
  /// The table while it is being filled: the divisions of a name are a list, linked by place.
  fileprivate struct Filling {
    /// Hash tag in the upper half, the last member of the list and one in the lower.
    private var slots = [UInt64](repeating: 0, count: RegionGazetteer.slotCount)
    private var codes: [UInt32] = []
    /// The member behind each; the first behind the last.
    private var next: [UInt32] = []
    var lengths = [UInt16](repeating: 0, count: RegionGazetteer.beginningCount)
    var longerLengths = [UInt32](repeating: 0, count: RegionGazetteer.slotCount)
    var count: Int { codes.count }

    private mutating func insert(_ hash: UInt64, code: UInt32, isShort: Bool) {
      // Names of abolished divisions fill the table no further than this; the rest would still be
      // found by their endings.
      guard count < RegionGazetteer.slotCount * 3 / 4 else { return }
      let tag = RegionGazetteer.tag(hash)
      let value = isShort ? code | RegionGazetteer.shortFlag : code
      var slot = Int(truncatingIfNeeded: hash) & (RegionGazetteer.slotCount - 1)
      while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot] >> 32) != tag {
        slot = (slot + 1) & (RegionGazetteer.slotCount - 1)
      }
      let place = UInt32(codes.count)
      if slots[slot] == 0 {
        next.append(place)
      } else {
        let last = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        var member = Int(next[last])
        while codes[member] != value, member != last { member = Int(next[member]) }
        if codes[member] == value { return }
        next.append(next[last])
        next[last] = place
      }
      codes.append(value)
      slots[slot] = UInt64(tag) << 32 | UInt64(place + 1)
    }

    /// The table, the divisions of each name one behind the other.
    func finished() -> (slots: [UInt64], divisions: [UInt32]) {
      var finished = slots
      var divisions: [UInt32] = []
      divisions.reserveCapacity(codes.count)
      for slot in slots.indices where slots[slot] != 0 {
        let last = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        finished[slot] = slots[slot] & ~UInt64(UInt32.max) | UInt64(divisions.count)
        var member = last
        repeat {
          member = Int(next[member])
          divisions.append(codes[member] | (member == last ? RegionGazetteer.lastFlag : 0))
        } while member != last
      }
      return (finished, divisions)
    }

    /// - Parameter township: the last three digits of the codes.
    mutating func addRows(
      of table: FactTable, codeColumn: String, kindColumn: String?, township: UInt32
    ) {
      let (codeColumn, nameColumn) = (table.column(codeColumn), table.column("name"))
      let kindColumn = kindColumn.map { table.column($0) }
      let collective = Array("collective".utf8)
      let text = table.bytes.span
      table.forEachRow { cells in
        // 市辖区, 县: not the names of places.
        if let kindColumn, table.bytes[cells[kindColumn]].elementsEqual(collective) { return }
        guard let number = table.number(cells[codeColumn]), number < 1_000_000,
          !cells[nameColumn].isEmpty
        else { return }
        add(text, cells[nameColumn], code: UInt32(number) * 1000 + township)
      }
    }

    private mutating func add(_ table: Span<UInt8>, _ name: Range<Int>, code: UInt32) {
      var hash = RegionGazetteer.emptyHash
      var offset = name.lowerBound
      var shortHash: UInt64?
      var shortLength = 0
      var (beginning, longer): (Int, UInt64) = (0, 0)
      var length = 0
      let tier = Division(code: code, isShort: false).tier
      let ending = DivisionEnding(of: table, name, tier: tier)
      while offset < name.upperBound {
        let scalar = PlaceScalar(in: table, at: offset)
        hash = RegionGazetteer.hash(hash, adding: scalar.value)
        offset += max(scalar.length, 1)
        length += 1
        if length == 2 { beginning = Int(truncatingIfNeeded: hash) & (lengths.count - 1) }
        if length == 3 { longer = hash }
        if offset == ending.start, offset < name.upperBound, length >= 2 {
          shortHash = hash
          shortLength = length
        }
      }
      insert(hash, code: code, isShort: false)
      guard length >= 2 else { return }
      admit(length, beginning, longer)
      guard let shortHash else { return }
      insert(shortHash, code: code, isShort: true)
      admit(shortLength, beginning, longer)
    }

    /// Enters the length of a name by the hashes of its first two and first three characters.
    private mutating func admit(_ length: Int, _ beginning: Int, _ longer: UInt64) {
      let bit = RegionGazetteer.bit(ofLength: length)
      lengths[beginning] |= bit
      guard length > 2, bit != 0 else { return }
      let tag = RegionGazetteer.beginningTag(longer)
      var slot = Int(truncatingIfNeeded: longer) & (RegionGazetteer.slotCount - 1)
      while longerLengths[slot] != 0, longerLengths[slot] >> 16 != tag {
        slot = (slot + 1) & (RegionGazetteer.slotCount - 1)
      }
      longerLengths[slot] |= tag << 16 | UInt32(bit)
    }

    mutating func addPlacesOutsideTheTables() {
      for (codePrefix, names) in PlaceScript.placesOutsideTheTables {
        var number: UInt32 = 0
        for name in names.split(separator: " ") {
          number += 1
          let utf8 = Array(name.utf8)
          add(utf8.span, 0..<utf8.count, code: codePrefix * 10_000_000 + number * 1000)
        }
      }
    }
  }
}
