import Policies

/// The names of the inventory's columns, in their order.
enum InventoryColumns {
  /// By which a row is known again.
  static let key = ["path", "member", "table", "field", "type"]

  /// Those of people, blank until somebody writes in them.
  static let human = [
    "activity", "purpose", "legal_basis", "consent", "source", "recipients", "cross_border",
    "retention", "safeguards", "owner", "pipia", "review_date", "decision",
  ]

  private static let counts = [
    "records", "values", "matches", "match_rate", "distinct", "persons", "under_14", "age_14_17",
    "adult", "unknown_age", "level", "masking", "sample", "encoding", "format", "size", "modified",
    "first_seen",
  ]
  private static let appended = [
    "upto_14", "gbt43697_class", "gbt43697_level", "possible", "test_data", "mixed",
    "table_persons", "combination", "status",
  ]

  /// Those that the program fills in, for a run with these policies.
  static func machine(_ policies: [Policy]) -> [String] {
    key + ["title", "class", "clause"] + policies.dropFirst().map { classPrefix + $0.id } + counts
      + appended
  }

  /// Whether a run with other policies may have filled in the column.
  static func isMachine(_ name: String) -> Bool {
    name.hasPrefix(classPrefix) || machineNames.contains(name)
  }

  /// Whether the column holds what the program counted, which is not guarded.
  static func isNumber(_ name: String) -> Bool { numbers.contains(name) }

  private static let numbers: Set<String> = [
    "records", "values", "matches", "under_14", "age_14_17", "adult", "unknown_age", "size",
    "upto_14", "gbt43697_level", "possible", "test_data",
  ]
  private static let classPrefix = "class:"
  private static let machineNames = Set(machine([]))
}
