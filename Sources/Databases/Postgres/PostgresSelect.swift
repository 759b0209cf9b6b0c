import Findings

/// The statement that reads a table.
struct PostgresSelect {
  /// Which rows of it.
  enum Extent {
    case all
    case first(Int)
    case sample(percent: Double, seed: Int, most: Int)
  }

  let text: String

  init(_ table: TableEntry, _ columns: [ColumnPlan], _ extent: Extent) {
    let limit = RowBudget.limitInBytes(longColumns: columns.filter(\.isLong).count)
    var inner: [String] = []
    var outer: [String] = []
    var cut: [String] = []
    for (index, column) in columns.enumerated() {
      let alias = "c\(index)"
      inner.append(Self.expression(column) + " AS " + alias)
      guard column.isLong else {
        outer.append(alias)
        continue
      }
      let length = "pg_catalog.octet_length(\(alias))"
      // So many characters are no more bytes than the limit, in any encoding.
      let head =
        if case .bytes = column.content { "pg_catalog.substr(\(alias), 1, \(limit))" } else {
          "pg_catalog.\"left\"(\(alias), \(limit / 4))"
        }
      outer.append("CASE WHEN \(length) <= \(limit) THEN \(alias) ELSE \(head) END")
      cut.append("CASE WHEN \(length) > \(limit) THEN \(length) - \(limit / 4) ELSE 0 END")
    }
    outer.append(cut.isEmpty ? "0" : "(" + cut.map { "(\($0))::int8" }.joined(separator: "+") + ")")
    var source = Self.source(table)
    var tail = ""
    switch extent {
    case .all: break
    case .first(let most): tail = " LIMIT \(most)"
    case .sample(let percent, let seed, let most):
      source += " TABLESAMPLE SYSTEM (\(percent)) REPEATABLE (\(seed))"
      tail = " LIMIT \(most)"
    }
    // OFFSET 0 keeps the inner part apart: no value is made into text twice.
    text =
      "SELECT \(outer.joined(separator: ", ")) FROM (SELECT \(inner.joined(separator: ", ")) "
      + "FROM \(source)\(tail) OFFSET 0) AS s"
  }

  /// The table without those that inherit from it, which are read by their own names.
  static func source(_ table: TableEntry) -> String {
    "ONLY \(quoted(table.schema)).\(quoted(table.name))"
  }

  /// A value as text by the output function of its type. Casts are not asked for: of a type of their own
  /// anybody may define one.
  private static func expression(_ column: ColumnPlan) -> String {
    let name = quoted(column.shape.name)
    return switch column.content {
    case .short, .bytes: name
    case .text: name + "::pg_catalog.text"
    case .other: "CASE WHEN \(name) IS NULL THEN NULL ELSE pg_catalog.format('%s', \(name)) END"
    }
  }

  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
