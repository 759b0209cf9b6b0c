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
