/// One value of a row.
enum Cell {
  case null
  /// A number: no quotes in SQL.
  case number(String)
  case text(Passage)

  static func plain(_ text: String) -> Cell { .text(Passage(text)) }

  /// A whole cell that is personal.
  static func datum(_ datum: Datum, subject: Int = 0) -> Cell {
    .text(Passage(datum, subject: subject))
  }

  static func optional(_ datum: Datum?, subject: Int = 0) -> Cell {
    datum.map { .datum($0, subject: subject) } ?? .null
  }
}

/// A column as a dump declares it.
struct Column {
  let name: String
  let declaredType: String
  let comment: String

  init(_ name: String, _ declaredType: String = "varchar(64)", _ comment: String = "") {
    self.name = name
    self.declaredType = declaredType
    self.comment = comment
  }
}

/// A table in memory, on its way into a file of some dialect.
struct Table {
  let name: String
  let comment: String
  let columns: [Column]
  var rows: [[Cell]] = []

  init(_ name: String, _ comment: String = "", columns: [Column]) {
    self.name = name
    self.comment = comment
    self.columns = columns
  }
}
