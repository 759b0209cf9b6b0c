import Findings

/// Values that stand in standards, documentation and tests: `test_data.tsv`.
///
/// A finding of one is labelled, never dropped: a number that many use as a sample may be somebody's.
package final class PublishedValues: Sendable {
  /// What a row holds of a value.
  private enum Form: UInt64 {
    case value, begins, ends
  }

  /// What there is for one rule, so that most values cost a look-up or two.
  private struct Outline {
    /// Bit *n*: a value of *n* bytes; bit 63 stands for all that are longer.
    var values: UInt64 = 0
    /// A bit for the last two bytes of each (`tailBit`).
    var tails: UInt64 = 0
    /// Bit *n*: a beginning of *n* bytes; at most 63.
    var beginnings: UInt64 = 0
    var endings: UInt64 = 0
    var hasParts = false
  }

  /// By index of the rule.
  private let outlines: ContiguousArray<Outline>
  /// Hashes of all rows of all rules, open addressing with linear steps (0: empty).
  private let slots: ContiguousArray<UInt64>
  /// Bytes that never stand in a real value, by rule; a handful, for addresses.
  private let parts: [(rule: Int, bytes: [UInt8])]

  /// - Parameters:
  ///   - rules: in the order of their indices.
  ///   - tables: rows of types that no rule finds say nothing. Values are in the canonical form.
  package init(rules: [Rule], tables: FactTables) {
    var outlines = ContiguousArray(repeating: Outline(), count: rules.count)
    var parts: [(rule: Int, bytes: [UInt8])] = []
    var keys: [UInt64] = []
    let table = tables.table("test_data")
    guard !table.isEmpty else {
      (self.outlines, self.parts, slots) = (outlines, parts, [0])
      return
    }
    let (type, form, value) = (table.column("type"), table.column("form"), table.column("value"))
    table.forEachRow { cells in
      let id = table.text(cells[type])
      guard let rule = rules.firstIndex(where: { $0.id.rawValue == id }) else { return }
      let hash = TermHash.of(table.bytes.span, cells[value])
      let length = UInt64(cells[value].count)
      switch table.text(cells[form]) {
      case "value":
        outlines[rule].values |= 1 << min(length, 63)
        outlines[rule].tails |= Self.tailBit(table.bytes.span.extracting(cells[value]))
        keys.append(Self.key(hash, rule, .value))
      case "begins":
        outlines[rule].beginnings |= 1 << length
        keys.append(Self.key(hash, rule, .begins))
      case "ends":
        outlines[rule].endings |= 1 << length
        keys.append(Self.key(hash, rule, .ends))
      case "holds":
        outlines[rule].hasParts = true
        parts.append((rule, Array(table.bytes[cells[value]])))
      default: return
      }
    }
    (self.outlines, self.parts, slots) = (outlines, parts, Self.slots(of: keys))
  }

  @inline(__always)
  private static func tailBit(_ value: Span<UInt8>) -> UInt64 {
    let count = value.count
    guard count > 1 else { return 1 }
    return 1 << UInt64((value[count - 1] &* 13 &+ value[count - 2]) & 63)
  }

  private static func key(_ hash: UInt64, _ rule: Int, _ form: Form) -> UInt64 {
    (hash ^ (UInt64(rule) << 2 | form.rawValue)) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  private static func slots(of keys: [UInt64]) -> ContiguousArray<UInt64> {
    var count = 16
    while count < 4 * keys.count { count *= 2 }
    var slots = ContiguousArray<UInt64>(repeating: 0, count: count)
    for key in keys {
      var slot = Int(truncatingIfNeeded: key >> 32) & (count - 1)
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (count - 1) }
      slots[slot] = key
    }
    return slots
  }

  private func contains(_ key: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: key >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// Whether a value is one of them.
  ///
  /// - Parameter value: in the canonical form of the rule.
  /// - Complexity: some 20 ns; it is asked of hits only.
  package func contains(_ value: Span<UInt8>, ofRule rule: Int) -> Bool {
    let outline = outlines[rule]
    let count = value.count
    // The hash of a beginning is on the way to that of the value.
    var hash = TermHash.seed
    var hashed = 0
    var lengths = outline.beginnings
    while lengths != 0, lengths.trailingZeroBitCount <= count {
      let length = lengths.trailingZeroBitCount
      while hashed < length {
        hash = TermHash.adding(value[hashed], to: hash)
        hashed += 1
      }
      if contains(Self.key(hash, rule, .begins)) { return true }
      lengths &= lengths &- 1
    }
    if outline.values >> UInt64(min(count, 63)) & 1 == 1, outline.tails & Self.tailBit(value) != 0 {
      while hashed < count {
        hash = TermHash.adding(value[hashed], to: hash)
        hashed += 1
      }
      if contains(Self.key(hash, rule, .value)) { return true }
    }
    lengths = outline.endings
    while lengths != 0, lengths.trailingZeroBitCount <= count {
      let hash = TermHash.of(value, count - lengths.trailingZeroBitCount..<count)
      if contains(Self.key(hash, rule, .ends)) { return true }
      lengths &= lengths &- 1
    }
    guard outline.hasParts else { return false }
    let bytes = Self.bytes(of: value)
    for i in parts.indices where parts[i].rule == rule && Self.may(bytes, hold: parts[i].bytes) {
      if Self.holds(value, parts[i].bytes) { return true }
    }
    return false
  }

  /// Bit *n* of the four words: byte *n* is among those of `value`.
  private static func bytes(of value: Span<UInt8>) -> InlineArray<4, UInt64> {
    var bytes = InlineArray<4, UInt64>(repeating: 0)
    for i in value.indices { bytes[Int(value[i] >> 6)] |= 1 << UInt64(value[i] & 63) }
    return bytes
  }

  /// Whether all bytes of a part are among those of a value: of most values they are not.
  private static func may(
    _ bytes: borrowing InlineArray<4, UInt64>, hold part: borrowing [UInt8]
  ) -> Bool {
    for i in part.indices where bytes[Int(part[i] >> 6)] >> UInt64(part[i] & 63) & 1 == 0 {
      return false
    }
    return true
  }

  private static func holds(_ value: Span<UInt8>, _ part: borrowing [UInt8]) -> Bool {
    guard part.count <= value.count else { return false }
    for start in 0...(value.count - part.count) {
      var i = 0
      while i < part.count, value[start + i] == part[i] { i += 1 }
      if i == part.count { return true }
    }
    return false
  }
}
