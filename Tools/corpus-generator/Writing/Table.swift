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
