import Foundation
import TestSupport
import Testing

/// A scan of a live database and what it reported.
struct LiveScan {
  let outcome: Outcome
  let reports: Reports

  init(
    _ arguments: String..., environment: [String: String] = [:], limit: Duration = .seconds(100),
    whileRunning: (pid_t, Duration) throws -> Void = { _, _ in }
  ) throws {
    let scratch = try Scratch()
    outcome = try Program.scanner.run(
      [
        "db", "--as-of", LivePeople.asOf, "--lang", "en", "--progress", "never", "--findings",
        "first:20", "--report",
        scratch.path + "/report",
      ] + arguments, environment: environment, limit: limit, whileRunning: whileRunning)
    reports = try Reports(scratch.path + "/report")
  }

  /// Status, reason and records by table; the database itself has the empty name.
  var tables: [String: String] {
    reports.coverage.rows.reduce(into: [:]) { tables, row in
      tables[row["member"] ?? ""] = [row["status"], row["reason"], row["records"]].map { $0 ?? "" }
        .joined(separator: "/")
    }
  }

  /// Records, values, matches, distinct values, and those of people under 14, of a type in a column.
  func counts(_ table: String, _ column: String, _ type: String) -> [String] {
    let row = reports.inventory.rows.first {
      $0["table"] == table && $0["member"] == table && $0["type"] == type
        && ($0["field"] == column || $0["field"]?.hasPrefix(column + ".") == true)
    }
    return ["records", "values", "matches", "distinct", "under_14"].map { row?[$0] ?? "none" }
  }
}

/// A column of a table, and what the server is asked of it.
struct LiveColumn: Sendable, CustomTestStringConvertible {
  var table: String
  var column: String
  var type: String
  /// The table and the column as SQL has them.
  var source: String
  var cell: String
  /// SQL that tells whether the record's person is under 14; nil where the record does not tell it.
  var isChild: String?

  init(
    _ table: String, _ column: String, _ type: String, source: String, cell: String,
    isChild: String? = nil
  ) {
    (self.table, self.column, self.type) = (table, column, type)
    (self.source, self.cell, self.isChild) = (source, cell, isChild)
  }

  var testDescription: String { "\(table).\(column)" }

  /// Asks for what `LiveScan.counts` gives. Every value that is there is of the type.
  var question: String {
    """
    SELECT COUNT(*), COUNT(NULLIF(\(cell), '')), COUNT(NULLIF(\(cell), '')),
      COUNT(DISTINCT NULLIF(\(cell), '')),
      COUNT(CASE WHEN \(isChild ?? "1 = 0") THEN NULLIF(\(cell), '') END) FROM \(source)
    """
  }
}
