/// One planted value and everything that a right finding says of it.
struct PlantedItem {
  var datum: Datum
  /// Byte offsets in the file as stored, end exclusive; nil for a value in the file's name.
  var span: Range<Int>?
  var table: String?
  var field: String?
  var record: Int?
  var surrounding: String
  var subject: Int
  /// Age of the subject on the as-of day, as far as the record tells it.
  var ageInYears: Int?

  /// The line of `expected.jsonl`, its keys always in one order.
  func line(path: String) -> String {
    var line = Line()
    line.add("path", path)
    line.add("type", datum.type.rawValue)
    line.add("start", span?.lowerBound)
    line.add("end", span?.upperBound)
    line.add("table", table)
    line.add("field", field)
    line.add("record", record)
    line.add("surrounding", surrounding)
    line.add("age_band", AgeBand(ageInYears: ageInYears).rawValue)
    line.add("kind", datum.kind?.rawValue)
    line.add("value", datum.written)
    line.add("canonical", datum.canonical)
    if datum.isOptional { line.addTrue("optional") }
    return line.text
  }
}
