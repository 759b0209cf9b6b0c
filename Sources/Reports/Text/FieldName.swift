import Findings

/// What reports call a column.
enum FieldName {
  /// The column's name, or `#3` for the third where it has none. `column` is 0-based and may lie
  /// beyond the table's columns, as in a ragged row.
  static func of(_ column: Int, in shape: TableShape) -> String {
    guard column < shape.columns.count, !shape.columns[column].name.isEmpty else {
      return "#\(column + 1)"
    }
    return shape.columns[column].name
  }
}
