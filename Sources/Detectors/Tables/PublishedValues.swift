import Findings

/// Values that stand in standards, documentation and tests: `test_data.tsv`.
///
/// A finding of one is labelled, never dropped: a number that many use as a sample may be somebody's.
package struct PublishedValues: Sendable {
  /// The rows of one rule. Ends of values are looked up by hash, one look-up for each length that occurs.
  private struct Values {
    var whole: Set<UInt64> = []
    var beginnings: [(length: Int, hashes: Set<UInt64>)] = []
    var endings: [(length: Int, hashes: Set<UInt64>)] = []
    /// Bytes that never stand in a real value; a handful, for addresses.
    var parts: [[UInt8]] = []
  }

  /// By index of the rule.
  private let values: [Values]

  /// - Parameters:
  ///   - rules: in the order of their indices.
  ///   - tables: rows of types that no rule finds say nothing. Values are in the canonical form.
  package init(rules: [Rule], tables: FactTables) {
    var values = [Values](repeating: Values(), count: rules.count)
    let table = tables.table("test_data")
    if !table.isEmpty {
      let (type, form, value) = (
        table.column("type"), table.column("form"), table.column("value")
      )
      table.forEachRow { cells in
        let id = table.text(cells[type])
        guard let rule = rules.firstIndex(where: { $0.id.rawValue == id }) else { return }
        let hash = TermHash.of(table.bytes.span, cells[value])
        let length = cells[value].count
        switch table.text(cells[form]) {
        case "value": values[rule].whole.insert(hash)
        case "begins": Self.insert(hash, length, into: &values[rule].beginnings)
        case "ends": Self.insert(hash, length, into: &values[rule].endings)
        case "holds": values[rule].parts.append(Array(table.bytes[cells[value]]))
        default: return
        }
      }
    }
    self.values = values
  }

  private static func insert(
    _ hash: UInt64, _ length: Int, into list: inout [(length: Int, hashes: Set<UInt64>)]
  ) {
    if let index = list.firstIndex(where: { $0.length == length }) {
      list[index].hashes.insert(hash)
    } else {
      list.append((length, [hash]))
    }
  }

  /// Whether a value is one of them.
  ///
  /// - Parameter value: in the canonical form of the rule.
  /// - Complexity: some 50 ns; it is asked of hits only.
  package func contains(_ value: Span<UInt8>, ofRule rule: Int) -> Bool {
    let count = value.count
    if !values[rule].whole.isEmpty, values[rule].whole.contains(TermHash.of(value, 0..<count)) {
      return true
    }
    for (length, hashes) in values[rule].beginnings
    where length <= count && hashes.contains(TermHash.of(value, 0..<length)) {
      return true
    }
    for (length, hashes) in values[rule].endings
    where length <= count && hashes.contains(TermHash.of(value, count - length..<count)) {
      return true
    }
    for part in values[rule].parts where Self.holds(value, part) { return true }
    return false
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
