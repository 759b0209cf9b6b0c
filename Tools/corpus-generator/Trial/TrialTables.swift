/// Separated values and dumps of databases, with decoy columns between the personal ones.
struct TrialTables {
  var papers: TrialPapers
  var decoys: TrialDecoys
  let asOf: CalendarDay
  let rows: Int
  /// Lines of `expected-columns.jsonl`, gathered while files are written.
  private(set) var truth = ""

  init(seed: UInt64, stream: String, asOf: CalendarDay, rows: Int) {
    papers = TrialPapers(seed: seed, stream: stream, asOf: asOf)
    decoys = TrialDecoys(seed: seed, stream: stream, asOf: asOf)
    self.asOf = asOf
    self.rows = rows
  }

  /// Kinds whose columns need no name: every value passes what chance does not.
  private static let nameless: [DatumType] = [
    .residentID, .mobilePhone, .landlinePhone, .bankCard, .address, .email, .imei, .imsi,
  ]
  private static let groups: [[DatumType]] = [
    [.personName, .residentID, .mobilePhone, .address],
    [.personName, .birthDate, .landlinePhone, .email, .bankCard],
    [.imei, .imsi, .mobilePhone, .iccid, .macAddress, .ipAddress],
    [.residentID, .bankCard, .landlinePhone, .passport, .hongKongID],
    [.address, .email, .imei, .vehiclePlate, .vin, .uscc],
    [.imsi, .age, .qq, .wechatID, .studentNumber, .taiwanID],
    [.foreignerID, .travelPermit, .militaryID, .coordinates, .androidID, .idfa],
  ]

  mutating func separatedValues() -> [Manuscript] {
    var files: [Manuscript] = []
    let dialects: [(TrialTable.Naming, String, String)] = [
      (.chinese, "zh", ","), (.english, "en", ","), (.camel, "camel", "\t"), (.pinyin, "py", ";"),
      (.none, "bare", ","),
    ]
    for (naming, stem, mark) in dialects {
      let groups = naming == .none ? [Self.nameless] : Self.groups
      for (number, types) in groups.enumerated() {
        let path = "\(stem)-\(number + 1).\(mark == "\t" ? "tsv" : "csv")"
        let table = TrialTable(
          "", types: types, naming: naming, rows: rows, papers: &papers, decoys: &decoys)
        var file = Manuscript(path: path, surrounding: "csv", asOf: asOf)
        DelimitedText(delimiter: mark, hasHeader: naming != .none).write(table.table, to: &file)
        truth += table.truthLines(path: "csv/" + path, table: "", hasNames: naming != .none)
        files.append(file)
      }
    }
    return files
  }

  private enum Dialect: String, CaseIterable {
    case mysql, complete, mariadb, copy, inserts, statements
  }

  mutating func dumps() -> [Manuscript] {
    var files: [Manuscript] = []
    let namings: [TrialTable.Naming] = [
      .english, .commentsOnly, .pinyin, .english, .pinyin, .camel,
    ]
    for (dialect, naming) in zip(Dialect.allCases, namings) {
      var tables: [TrialTable] = []
      for (number, types) in Self.groups.enumerated() {
        tables.append(
          TrialTable(
            "t_\(["user", "member", "device", "customer", "car", "profile", "visa"][number])",
            types: types, naming: naming, rows: rows, papers: &papers, decoys: &decoys))
      }
      let path = dialect.rawValue + ".sql"
      var file = Manuscript(path: path, surrounding: "sql", asOf: asOf)
      write(tables.map(\.table), dialect, to: &file)
      let prefix = [.copy, .inserts].contains(dialect) ? "public." : ""
      for table in tables {
        truth += table.truthLines(path: "sql/" + path, table: prefix + table.table.name)
      }
      files.append(file)
    }
    return files
  }

  private func write(_ tables: [Table], _ dialect: Dialect, to file: inout Manuscript) {
    switch dialect {
    case .mysql: MySQLDump(server: .mysql, database: "app").write(tables, to: &file)
    case .complete:
      MySQLDump(server: .mysql, database: "app", namesColumns: true).write(tables, to: &file)
    case .mariadb: MySQLDump(server: .mariadb, database: "app").write(tables, to: &file)
    case .copy: PostgresDump(copies: true).write(tables, to: &file)
    case .inserts: PostgresDump(copies: false).write(tables, to: &file)
    case .statements: for table in tables { statements(table, to: &file) }
    }
  }

  /// One INSERT a row with the names of the columns and no schema, as clients export a selection.
  private func statements(_ table: Table, to file: inout Manuscript) {
    file.beginTable(table.name, columns: table.columns.map(\.name))
    let names = table.columns.map { "`\($0.name)`" }.joined(separator: ", ")
    for row in table.rows {
      file.beginRecord()
      file.write("INSERT INTO `\(table.name)` (\(names)) VALUES (")
      for (index, cell) in row.enumerated() {
        if index > 0 { file.write(", ") }
        let name = table.columns[index].name
        switch cell {
        case .null:
          file.beginField(name, isPresent: false)
          file.write("NULL")
        case .number(let text):
          file.beginField(name, isPresent: true)
          file.write(text)
        case .text(let passage):
          file.beginField(name, isPresent: true)
          file.write("'")
          file.plant(passage, escape: MySQLDump.escaped)
          file.write("'")
        }
      }
      file.endRecord()
      file.write(");\n")
    }
    file.endTable()
  }
}
