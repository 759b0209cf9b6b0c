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
