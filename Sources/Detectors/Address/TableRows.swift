/// Walks the rows of a tab-separated table with a header line, without copying a field.
struct TableRows {
  /// Byte ranges of the current row's fields in the table.
  private(set) var fields: [Range<Int>] = []
  private var names: [String] = []
  private var offset = 0

  /// Reads the header line.
  init(of table: Span<UInt8>) {
    guard next(in: table) else { return }
    names = fields.map { field in
      String(decoding: field.map { table[$0] }, as: UTF8.self)
    }
  }

  /// The position of the column with this name.
  func column(_ name: String) -> Int? { names.firstIndex(of: name) }

  /// Whether the current row has this text in the column.
  func isEqual(_ column: Int, _ text: String, in table: Span<UInt8>) -> Bool {
    guard column < fields.count, fields[column].count == text.utf8.count else { return false }
    var offset = fields[column].lowerBound
    for byte in text.utf8 {
      if table[offset] != byte { return false }
      offset += 1
    }
    return true
  }

  /// Moves to the next row; false at the end. Rows with fewer fields than the header are
  /// passed over.
  mutating func next(in table: Span<UInt8>) -> Bool {
    while offset < table.count {
      fields.removeAll(keepingCapacity: true)
      var start = offset
      while offset < table.count, table[offset] != 0x0A {
        if table[offset] == 0x09 {
          fields.append(start..<offset)
          start = offset + 1
        }
        offset += 1
      }
      fields.append(start..<offset)
      offset += 1
      if fields.count >= names.count { return true }
    }
    return false
  }
}
