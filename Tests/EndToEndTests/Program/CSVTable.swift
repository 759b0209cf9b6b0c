/// A table of comma-separated values as RFC 4180 has it, with a header.
struct CSVTable: Sendable {
  let columns: [String]
  let rows: [[String: String]]
  /// Byte order mark, CRLF and all.
  let hasByteOrderMark: Bool

  init(_ bytes: [UInt8]) {
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let records = Self.records(bytes.dropFirst(hasByteOrderMark ? 3 : 0))
    let columns = records.first ?? []
    self.columns = columns
    rows = records.dropFirst().map { record in
      Dictionary(zip(columns, record)) { first, _ in first }
    }
  }

  private static func records(_ bytes: ArraySlice<UInt8>) -> [[String]] {
    var (records, record, cell): ([[String]], [String], [UInt8]) = ([], [], [])
    var isQuoted = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch (byte, isQuoted) {
      case (0x22, true) where index < bytes.endIndex && bytes[index] == 0x22:
        cell.append(byte)
        index += 1
      case (0x22, _): isQuoted.toggle()
      case (0x2C, false):
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case (0x0D, false): break
      case (0x0A, false):
        records.append(record + [String(decoding: cell, as: UTF8.self)])
        (record, cell) = ([], [])
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !record.isEmpty {
      records.append(record + [String(decoding: cell, as: UTF8.self)])
    }
    return records
  }
}
