/// The fact tables of `rulesets/tables`, by file name without ending. They are read when a check or
/// a proposer that needs one is made, not at start.
package struct FactTables: Sendable {
  private let load: @Sendable (String) -> [UInt8]
  private let terms: SharedTerms

  /// - Parameter load: gives the text of a table: UTF-8, a header line, tab-separated rows; empty
  ///   for a table it does not have.
  package init(load: @escaping @Sendable (String) -> [UInt8]) {
    self.load = load
    terms = SharedTerms()
  }

  /// The words that name data, which every rule set needs: read once, by whoever asks first.
  var contextTerms: ContextTerms { terms.value(of: self) }

  /// Reads what every rule set needs, so that another thread does not have to: two milliseconds.
  package func readAhead() { _ = contextTerms }

  package func table(_ name: String) -> FactTable { FactTable(load(name)) }
}

/// One table, read row by row without a String per cell.
package struct FactTable: Sendable {
  package let bytes: [UInt8]
  /// Names of the columns, from the header line.
  private let header: [String]
  private let bodyStart: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      start = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    header = bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    bodyStart = min(end + 1, bytes.count)
  }

  package var isEmpty: Bool { bodyStart >= bytes.count }

  /// Lines, that of the header among them: no fewer than rows.
  var lineCount: Int { bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }

  /// The place of a column in each row.
  ///
  /// - Precondition: the table has it; the names are pinned by the tests of the tables.
  package func column(_ name: String) -> Int {
    guard let index = header.firstIndex(of: name) else {
      preconditionFailure("a fact table lacks the column \(name)")
    }
    return index
  }

  /// Calls `body` with the cells of each row, as ranges of `bytes`.
  package func forEachRow(_ body: (_ cells: borrowing [Range<Int>]) -> Void) {
    let width = header.count
    var cells: [Range<Int>] = []
    cells.reserveCapacity(width + 1)
    let text = bytes.span
    precondition(bodyStart >= 0)
    var cellStart = bodyStart
    for i in bodyStart..<text.count {
      let byte = text[i]
      // Most bytes of a table are greater than both.
      guard byte <= 0x0A, byte >= 0x09 else { continue }
      cells.append(cellStart..<i)
      cellStart = i + 1
      guard byte == 0x0A else { continue }
      if cells.count == width { body(cells) }
      cells.removeAll(keepingCapacity: true)
    }
    guard cellStart < text.count || !cells.isEmpty else { return }
    cells.append(cellStart..<text.count)
    if cells.count == width { body(cells) }
  }

  /// Whether a cell begins with these bytes.
  func begins(_ cell: Range<Int>, with prefix: borrowing [UInt8]) -> Bool {
    guard cell.count >= prefix.count else { return false }
    for i in prefix.indices where bytes[cell.lowerBound + i] != prefix[i] { return false }
    return true
  }

  package func text(_ cell: Range<Int>) -> String { String(decoding: bytes[cell], as: UTF8.self) }

  /// The decimal number in a cell; nil for an empty one.
  package func number(_ cell: Range<Int>) -> Int? {
    guard !cell.isEmpty else { return nil }
    var number = 0
    for i in cell {
      let digit = bytes[i] &- 0x30
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
