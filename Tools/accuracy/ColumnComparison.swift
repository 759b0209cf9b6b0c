import Foundation

/// Holds the kinds that an inventory gives to columns against what the columns are.
struct ColumnComparison {
  /// A line of `expected-columns.jsonl`; a decoy column has no types.
  struct ExpectedColumn: Decodable {
    let path: String
    let table: String
    let field: String
    let types: [String]
  }

  /// Counts over columns of one place.
  struct Tally {
    var columns = 0
    var right = 0
    var decoys = 0
    var cleanDecoys = 0
  }

  private(set) var tallies: [String: Tally] = [:]
  /// What is wrong, by place and never by value.
  private(set) var complaints: [String] = []

  var share: Double {
    let columns = tallies.values.reduce(0) { $0 + $1.columns }
    return columns == 0 ? 1 : Double(tallies.values.reduce(0) { $0 + $1.right }) / Double(columns)
  }

  /// All expectations below `directory`.
  static func load(from directory: String) throws -> [ExpectedColumn] {
    let root = URL(filePath: directory)
    var columns: [ExpectedColumn] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: directory).sorted() {
      let file = root.appending(path: name).appending(path: "expected-columns.jsonl")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try JSONLines(url: file).forEach(ExpectedColumn.self) { columns.append($0) }
    }
    return columns
  }

  /// Compares the kinds in `judged`; a row counts from `weakest` (an index of the levels) on.
  init(
    expected: [ExpectedColumn], inventory: InventoryTable, judged: Set<String>, weakestLevel: Int
  ) {
    var found: [String: Set<String>] = [:]
    for row in inventory.rows {
      guard let type = row["type"], judged.contains(type), row["matches"] != "0",
        let level = ReportedFinding.levels.firstIndex(of: row["level"] ?? ""),
        level >= weakestLevel
      else { continue }
      let path = (row["path"] ?? "").split(separator: "/").suffix(2).joined(separator: "/")
      found[path + " " + (row["table"] ?? "") + " " + (row["field"] ?? ""), default: []]
        .insert(type)
    }
    for column in expected {
      let wanted = Set(column.types).intersection(judged)
      // A column of a kind that is not judged here may be anything.
      if wanted.isEmpty, !column.types.isEmpty { continue }
      let key = column.path + " " + column.table + " " + column.field
      let kinds = found[key] ?? []
      let place = column.path.split(separator: "/").first.map(String.init) ?? ""
      tallies[place, default: Tally()].columns += 1
      if wanted.isEmpty { tallies[place, default: Tally()].decoys += 1 }
      guard kinds == wanted else {
        complaints.append(
          "\(key): \(kinds.sorted().joined(separator: ",")) instead of "
            + (wanted.isEmpty ? "nothing" : wanted.sorted().joined(separator: ",")))
        continue
      }
      tallies[place, default: Tally()].right += 1
      if wanted.isEmpty { tallies[place, default: Tally()].cleanDecoys += 1 }
    }
  }
}
