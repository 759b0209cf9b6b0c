/// One row of the expected inventory: what one field of one table holds of one type.
struct InventoryRow {
  let path: String
  let table: String
  let field: String
  let type: DatumType
  let records: Int
  let values: Int
  let items: [PlantedItem]

  /// The rows of a file, tables and columns in their own order.
  static func rows(of file: Manuscript) -> [InventoryRow] {
    file.tables.flatMap { table in
      table.columns.enumerated().flatMap { index, field in
        DatumType.allCases.compactMap { type in
          let items = file.items.filter {
            $0.table == table.name && $0.field == field && $0.datum.type == type
          }
          return items.isEmpty
            ? nil
            : InventoryRow(
              path: file.path, table: table.name, field: field, type: type,
              records: table.records, values: table.values[index], items: items)
        }
      }
    }
  }

  /// The line of `expected-inventory.jsonl`.
  func line(folder: String) -> String {
    func count(_ isCounted: (Int) -> Bool) -> Int {
      items.count { item in item.ageInYears.map(isCounted) ?? false }
    }
    var line = Line()
    line.add("path", folder + "/" + path)
    line.add("table", table)
    line.add("field", field)
    line.add("type", type.rawValue)
    line.add("matches", items.count)
    line.add("distinct", Set(items.map(\.datum.canonical)).count)
    line.add("under_14", count { $0 < 14 })
    line.add("upto_14", count { $0 <= 14 })
    line.add("age_14_17", count { (14...17).contains($0) })
    line.add("adult", count { $0 >= 18 })
    line.add("unknown_age", items.count { $0.ageInYears == nil })
    line.add("records", records)
    line.add("values", values)
    return line.text
  }
}
