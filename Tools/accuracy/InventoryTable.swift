import Foundation

/// The rows of an `inventory.csv`, by column name (RFC 4180, with or without a byte order mark).
struct InventoryTable {
  let rows: [[String: String]]

  init(url: URL) throws {
    self.init(text: String(decoding: try Data(contentsOf: url), as: UTF8.self))
  }

  init(text: String) {
    var records = InventoryTable.records(of: text)
    let header = records.isEmpty ? [] : records.removeFirst()
    rows = records.map { record in
      Dictionary(zip(header, record.map(InventoryTable.unguarded)), uniquingKeysWith: { a, _ in a })
    }
  }

  /// A cell without the apostrophe that keeps spreadsheets from calculating with it.
  private static func unguarded(_ cell: String) -> String {
    cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
  }

  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{feff}" { scalars = scalars.dropFirst() }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        record.append(cell)
        records.append(record)
        record = []
        cell = ""
      case "\r" where !isQuoted: break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !cell.isEmpty || !record.isEmpty { records.append(record + [cell]) }
    return records
  }
}
