/// Counts of what a big file holds of one type in one field.
struct BigTally {
  let table: String?
  let field: String?
  let type: DatumType
  /// Whether the record tells the age of the one the value belongs to.
  let knowsAge: Bool
  private(set) var matches = 0
  private(set) var distinct = 0
  /// By completed years; the last entry gathers unknown ages.
  private var byAge = [Int](repeating: 0, count: 152)

  init(_ type: DatumType, table: String? = nil, field: String? = nil, knowsAge: Bool) {
    self.type = type
    self.table = table
    self.field = field
    self.knowsAge = knowsAge
  }

  mutating func count(ageInYears: Int, isNew: Bool) {
    matches += 1
    distinct += isNew ? 1 : 0
    byAge[knowsAge ? ageInYears : 151] += 1
  }

  func line(path: String, records: Int) -> String {
    func sum(_ ages: Range<Int>) -> Int { byAge[ages].reduce(0, +) }
    var line = Line()
    line.add("path", path)
    line.add("table", table)
    line.add("field", field)
    line.add("type", type.rawValue)
    line.add("matches", matches)
    line.add("distinct", distinct)
    line.add("under_14", sum(0..<14))
    line.add("upto_14", sum(0..<15))
    line.add("age_14_17", sum(14..<18))
    line.add("adult", sum(18..<151))
    line.add("unknown_age", byAge[151])
    line.add("records", records)
    line.add("values", matches)
    return line.text
  }
}
