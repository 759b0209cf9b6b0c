import Foundation

/// Holds the inventory of a dump against what the server says of its own tables.
struct DumpComparison: Sendable {
  /// What the server says, by `table/column/type`.
  private let known: [(truth: ColumnTruth, counts: ColumnCounts)]

  /// - Parameter answer: asks the server one statement after another, and gives a row for each.
  init(_ truths: [ColumnTruth], answer: (String) throws -> [[String]]) throws {
    let questions = truths.map { $0.question(asOf: Household.asOf) }.joined()
    let rows = try answer(questions)
    guard rows.count == truths.count else { throw CommandError(text: "answers are missing") }
    known = zip(truths, rows).map { ($0, ColumnCounts($1)) }
  }

  /// Scans `path` and gives every difference in words; none if all is equal.
  ///
  /// - Parameter isDumped: which of the columns the dump holds.
  func differences(
    in path: String, where isDumped: (ColumnTruth) -> Bool = { _ in true }
  ) throws -> [String] {
    let scratch = try Scratch()
    let report = scratch.path + "/report"
    let outcome = try Program.scanner.run(
      [
        "scan", path, "--as-of", Household.asOf, "--lang", "en", "--findings", "none",
        "--progress", "never", "--report", report,
      ], limit: .seconds(300))
    let reports = try Reports(report)
    var faults = outcome.status == 0 ? [] : ["exit status \(outcome.status): \(reports.fates)"]
    var rows = reports.inventory.rows.filter { !($0["table"] ?? "").isEmpty }
    for (truth, counts) in known where isDumped(truth) && counts.counts[2] != "0" {
      let place = "\(truth.table)/\(truth.column)/\(truth.type)"
      let own = rows.filter { Self.isOf(truth, $0) }
      rows.removeAll { Self.isOf(truth, $0) }
      guard !own.isEmpty else {
        faults.append("\(place): no row; the server has \(counts)")
        continue
      }
      let found = ColumnCounts.sum(own.map { ColumnCounts($0) })
      if !found.isEqual(to: counts) {
        faults.append("\(place): the dump gives \(found); the server has \(counts)")
      }
    }
    faults += rows.map {
      "\($0["table"] ?? "")/\($0["field"] ?? "")/\($0["type"] ?? ""): \(ColumnCounts($0)); sample "
        + "\($0["sample"] ?? ""): nothing of the kind is in the table"
    }
    return faults
  }

  /// A value within JSON has the path to it behind the column's name.
  private static func isOf(_ truth: ColumnTruth, _ row: [String: String]) -> Bool {
    let (table, field) = (row["table"] ?? "", row["field"] ?? "")
    return row["type"] == truth.type && (table == truth.table || table.hasSuffix("." + truth.table))
      && (field == truth.column || field.hasPrefix(truth.column + "."))
  }
}
