/// How many records a table has, and how many values that are not NULL each of its columns.
struct TableCount {
  let name: String
  let columns: [String]
  var records = 0
  var values: [Int]

  init(name: String, columns: [String]) {
    self.name = name
    self.columns = columns
    values = Array(repeating: 0, count: columns.count)
  }
}
