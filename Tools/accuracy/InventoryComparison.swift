import Foundation

/// Holds an inventory against the counts of the generator, cell by cell.
struct InventoryComparison {
  /// A line of `expected-inventory.jsonl`.
  struct ExpectedRow: Decodable {
    let path: String
    let table: String
    let field: String
    let type: String
    let matches: Int
    let distinct: Int
    let under14: Int
    let upto14: Int
    let age1417: Int
    let adult: Int
    let unknownAge: Int

    private enum CodingKeys: String, CodingKey {
      case path, table, field, type, matches, distinct, adult, unknownAge
      // What `convertFromSnakeCase` makes of under_14, upto_14 and age_14_17.
      case under14, upto14
      case age1417 = "age1417"
    }

    var counts: [(column: String, count: Int)] {
      [
        ("matches", matches), ("distinct", distinct), ("under_14", under14), ("upto_14", upto14),
        ("age_14_17", age1417), ("adult", adult), ("unknown_age", unknownAge),
      ]
    }

    var place: String { "\(path) \(table) \(field) \(type)" }
  }

  private(set) var compared = 0
  private(set) var differences: [String] = []
  private(set) var missing: [String] = []
  private(set) var extra: [String] = []

  var agrees: Bool { differences.isEmpty && missing.isEmpty && extra.isEmpty && compared > 0 }

  static func load(from url: URL) throws -> [ExpectedRow] {
    var rows: [ExpectedRow] = []
    try JSONLines(url: url).forEach(ExpectedRow.self) { rows.append($0) }
    return rows
  }

  init(expected: [ExpectedRow], found: InventoryTable) {
    var met = Set<Int>()
    for row in expected {
      guard let index = found.rows.firstIndex(where: { InventoryComparison.same($0, row) }) else {
        missing.append(row.place)
        continue
      }
      met.insert(index)
      for (column, count) in row.counts {
        guard let cell = found.rows[index][column] else { continue }
        compared += 1
        if Int(cell) != count {
          differences.append("\(row.place): \(column) is \(cell), expected \(count)")
        }
      }
    }
    let paths = Set(expected.map(\.path))
    for (index, row) in found.rows.enumerated() where !met.contains(index) {
      guard let type = row["type"], FindingComparison.judged.contains(type),
        row["matches"] != "0",
        paths.contains(where: { InventoryComparison.isSuffix($0, of: row["path"] ?? "") })
      else { continue }
      let names = ["path", "table", "field", "type", "matches"].map { row[$0] ?? "" }
      extra.append(names.joined(separator: " "))
    }
  }

  private static func same(_ row: [String: String], _ expected: ExpectedRow) -> Bool {
    let table = row["table"] ?? ""
    return row["type"] == expected.type && row["field"] == expected.field
      && (table == expected.table || table.hasSuffix("." + expected.table)
        || (!table.isEmpty && expected.table.hasSuffix("." + table)))
      && isSuffix(expected.path, of: row["path"] ?? "")
  }

  /// Whether one path ends in the other, at a path separator.
  private static func isSuffix(_ short: String, of path: String) -> Bool {
    path == short || path.hasSuffix("/" + short) || short.hasSuffix("/" + path)
  }

  func text(verbose: Bool) -> String {
    var lines = [
      "\(compared) cells compared, \(differences.count) differ, \(missing.count) rows missing, "
        + "\(extra.count) rows extra"
    ]
    let limit = verbose ? Int.max : 20
    for (head, list) in [("differs", differences), ("missing", missing), ("extra", extra)] {
      lines += list.prefix(limit).map { "\(head) \($0)" }
      if list.count > limit { lines.append("\(head) and \(list.count - limit) more") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
