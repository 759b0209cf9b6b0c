/// What a reader knows of a table before (or between) its records.
package struct TableShape: Sendable {
  /// `schema.table`, the collection, or empty for a CSV file. UTF-8; invalid bytes replaced.
  package var name: String
  package var comment: String
  package var columns: [ColumnShape]
  /// Columns are numbered as they are met, so that another part of the source may have the same ones in
  /// another order: there their names tell which they are.
  package var numbersColumnsAsMet = false

  package init(name: String, comment: String = "", columns: [ColumnShape]) {
    self.name = name
    self.comment = comment
    self.columns = columns
  }
}

package struct ColumnShape: Sendable {
  /// The column's name, or empty where there is no header (reports then print `#3`).
  package var name: String
  package var comment: String
  /// The declared type as written (`varchar(18)`), or empty.
  package var declaredType: String
  /// The server gives the values itself, one after another (`AUTO_INCREMENT`, `IDENTITY`).
  package var isCounter: Bool

  package init(
    name: String, comment: String = "", declaredType: String = "", isCounter: Bool = false
  ) {
    self.name = name
    self.comment = comment
    self.declaredType = declaredType
    self.isCounter = isCounter
  }
}
