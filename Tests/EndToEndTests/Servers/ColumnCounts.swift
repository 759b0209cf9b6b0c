/// What is known of one column and type: by a server, or by an inventory.
struct ColumnCounts: Equatable, CustomStringConvertible, Sendable {
  /// Records, values, matches, distinct, under 14, 14 to 17, adult, unknown age.
  var counts: [String]

  static let columns = [
    "records", "values", "matches", "distinct", "under_14", "age_14_17", "adult", "unknown_age",
  ]

  init(_ counts: [String]) {
    self.counts = counts
  }

  /// The counts of a row of inventory.csv.
  init(_ row: [String: String]) {
    counts = Self.columns.map { row[$0] ?? "" }
  }

  var description: String {
    zip(Self.columns, counts).map { "\($0) \($1)" }.joined(separator: ", ")
  }
}

extension ColumnCounts {
  /// The counts of a table whose rows are dumped to several files. How many different values they
  /// have together, the counts of each do not tell.
  static func sum(_ parts: [ColumnCounts]) -> ColumnCounts {
    guard parts.count > 1 else { return parts[0] }
    return ColumnCounts(
      columns.indices.map { index in
        columns[index] == "distinct"
          ? "" : String(parts.reduce(0) { $0 + (Int($1.counts[index]) ?? 0) })
      })
  }

  /// Whether all that both sides tell is equal: an inventory tells nothing of the values of a type
  /// that it knows by the column's name alone.
  func isEqual(to other: ColumnCounts) -> Bool {
    zip(counts, other.counts).allSatisfy { $0 == $1 || $0.isEmpty }
  }
}
