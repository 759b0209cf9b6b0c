import Findings
import Policies
import Testing

@testable import Reports

@Suite struct InventoryCSVTests {
  private static let header =
    "\u{FEFF}path,member,table,field,type,title,class,clause,class:shop,records,values,matches,"
    + "match_rate,distinct,persons,under_14,age_14_17,adult,unknown_age,level,masking,sample,"
    + "encoding,format,size,modified,first_seen,upto_14,gbt43697_class,gbt43697_level,possible,"
    + "test_data,mixed,table_persons,combination,status,activity,purpose,legal_basis,consent,source,"
    + "recipients,cross_border,retention,"
    + "safeguards,owner,pipia,review_date,decision\r\n"
  /// The end of a row of a table with so many persons.
  private static func end(persons: Int) -> String {
    ",,\(persons)" + String(repeating: ",", count: 15) + "\r\n"
  }

  private func rows(_ sources: [SourceReport], run: RunDescription = Example.run()) throws
    -> String
  {
    let text = try Example.text(of: InventoryCSV(run: run), sources, run: run)
    #expect(text.hasPrefix(Self.header))
    return String(text.unicodeScalars.dropFirst(Self.header.unicodeScalars.count))
  }

  @Test("A column of a table is a row with its counts, classes and ages")
  func column() throws {
    let findings = [
      Example.finding(type: 1, level: .likely, age: Age(years: 9), fingerprint: 1),
      Example.finding(type: 1, level: .likely, age: Age(years: 14), fingerprint: 2),
      Example.finding(type: 1, level: .likely, age: Age(years: 16), fingerprint: 3),
      Example.finding(
        type: 1, level: .certain, labels: [.masked, .testData], age: Age(years: 40),
        fingerprint: 3),
      Example.finding(type: 1, level: .likely, fingerprint: 4),
    ]
    let source = Example.source(
      "data/users.csv",
      coverage: Coverage(
        status: .scanned, format: "csv", encoding: "gb18030", bytes: 2048, bytesScanned: 2048,
        records: 10),
      modified: 1_700_000_000,
      tables: [Example.table("", ["", "phone"], records: 10, values: [10, 8])],
      fields: [
        (0, 1, Example.mobilePhone, Example.tally(findings, sample: "138****8000", possible: 2))
      ])
    #expect(
      try rows([source])
        == "data/users.csv,,,phone,mobile-phone,Mobile phone number,sensitive,28(2),personal,10,8,5,"
        + "0.625,4,4,1,2,1,1,certain,mixed,138****8000,gb18030,csv,2048,2023-11-15,2026-11-23,2,"
        + "个人基本资料,4,2,1" + Self.end(persons: 4))
  }

  @Test("Outside tables the cells of the table are blank, and titles follow the language")
  func text() throws {
    let ids = Example.tally(
      [Example.finding(type: 0, labels: .masked)], sample: "110105********002X")
    let codes = Example.tally([Example.finding(type: 3)])
    let homes = Example.tally([Example.finding(type: 2, kind: .home)])
    let source = Example.source(
      "a.zip", member: "b.txt",
      coverage: Coverage(
        status: .scanned, format: "text", encoding: "utf-8", bytes: 9, bytesScanned: 9),
      fields: [(-1, -1, 3, codes), (-1, -1, 0, ids), (-1, -1, 2, homes)])
    #expect(
      try rows([source], run: Example.run(language: .chinese))
        == "a.zip,b.txt,,,resident-id,居民身份证号,sensitive,28(1),personal,,,1,,1,1,0,0,0,1,certain,"
        + "partial:usual,110105********002X,utf-8,text,9,,2026-11-23,0,个人身份信息,4,0,0"
        + Self.end(persons: 1)
        + "a.zip,b.txt,,,address,地址,personal,4(1),sensitive,,,1,,1,,0,0,0,1,certain,none,,utf-8,"
        + "text,9,,2026-11-23,0,个人基本资料,2,0,0" + Self.end(persons: 1)
        + "a.zip,b.txt,,,uscc,统一社会信用代码,none,4(2),personal,,,1,,1,,0,0,0,1,certain,none,,"
        + "utf-8,text,9,,2026-11-23,0,,,0,0" + Self.end(persons: 1))
  }

  @Test("A field with weak hits only has no row")
  func weakHits() throws {
    let source = Example.source(
      "a", fields: [(-1, -1, 1, Example.tally([], possible: 7))])
    #expect(try rows([source]) == "")
  }

  @Test("What was told from a column's name has no rate")
  func told() throws {
    var tally = Example.tally([Example.finding(type: 2)])
    tally.basis = .name
    let source = Example.source(
      "a", tables: [Example.table("t", ["addr"], records: 5, values: [5])],
      fields: [(0, 0, 2, tally)])
    let cells = try #require(try CSVReader.records(of: rows([source])).first)
    #expect(Array(cells[9...13]) == ["5", "5", "1", "", "1"])
  }

  @Test("The clause is the one that gives the gravest class to most matches")
  func clause() throws {
    let children = (0..<3).map {
      Example.finding(type: 2, age: Age(years: 5), fingerprint: UInt64($0))
    }
    let homes = (0..<4).map { Example.finding(type: 2, kind: .home, fingerprint: UInt64($0)) }
    let source = Example.source("a", fields: [(-1, -1, 2, Example.tally(children + homes))])
    let cells = try #require(try CSVReader.records(of: rows([source])).first)
    #expect(Array(cells[6...8]) == ["sensitive", "28(2)", "sensitive"])
  }

  @Test("A guardian's column beside a child keeps its own class")
  func guardian() throws {
    let tally = Example.tally([Example.finding(type: 1, age: Age(years: 5))])
    let source = Example.source(
      "a",
      tables: [
        Example.table(
          "t", ["phone", "parent_phone"], values: [1, 1], roles: [.subject, .guardian])
      ],
      fields: [(0, 1, 1, tally), (0, 0, 1, tally)])
    let classes = try CSVReader.records(of: rows([source])).map { [$0[3], $0[6]] }
    #expect(classes == [["phone", "sensitive"], ["parent_phone", "personal"]])
  }

  @Test("A count that is an estimate says so")
  func estimate() throws {
    var tally = Example.tally([Example.finding(type: 1)])
    var random = SplitMix(state: 11)
    var distinct = tally.distinct
    for _ in 0..<70_000 {
      distinct.insert(Fingerprint(high: random.next(), low: random.next()))
    }
    tally.setDistinct(distinct, linked: DistinctCounter())
    let cells = try #require(
      try CSVReader.records(of: rows([Example.source("a", fields: [(-1, -1, 1, tally)])])).first)
    #expect(cells[13].hasPrefix("~"))
    let count = try #require(Double(cells[13].dropFirst()))
    #expect(abs(count / 70_000 - 1) < 0.04)
  }

  @Test(
    "Cells that a spreadsheet would take for a formula or a number are guarded",
    arguments: [
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("007", "'007"), ("123456789012", "'123456789012"),
      ("12345678901", "12345678901"), ("0", "0"), ("1.5", "1.5"), ("", ""), ("a=1", "a=1"),
      ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\r\nb", "\"a\r\nb\""),
      ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("\u{0}\u{1B}[2J\u{7F}", "␀␛[2J␡"), ("漢字", "漢字"),
      ("#3", "#3"), ("~12", "~12"),
    ])
  func guards(text: String, cell: String) {
    var out: [UInt8] = []
    var cells = CSVCells()
    cells.text(text, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == cell)
  }

  @Test("Ill-formed bytes in a cell are replaced")
  func illFormed() {
    var out: [UInt8] = []
    var cells = CSVCells()
    cells.text([0x61, 0xFF, 0xE4, 0xB8] as [UInt8], to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "a\u{FFFD}\u{FFFD}")
  }

  @Test("Hostile names come back whole through a reader of CSV")
  func hostileNames() throws {
    let names = [
      "a,b", "quo\"te", "two\r\nlines", "x\nDROP", "\u{202E}gpj", "</script>", ",,,\"\"\"",
    ]
    for name in names {
      let source = Example.source(
        name, member: name, tables: [Example.table(name, [name], values: [1])],
        fields: [(0, 0, 1, Example.tally([Example.finding(type: 1)], sample: name))])
      let cells = try #require(try CSVReader.records(of: rows([source])).first)
      #expect(cells.count == 49)
      #expect([0, 1, 2, 3, 21].allSatisfy { cells[$0] == name })
    }
  }

  @Test("A source with many rows is written as it goes, not gathered first")
  func bounded() throws {
    let columns = 2000
    let tally = Example.tally([Example.finding(type: 1)])
    let source = Example.source(
      "a", tables: [Example.table("t", (0..<columns).map { "c\($0)" }, values: [])],
      fields: (0..<columns).map { (0, Int32($0), 1, tally) })
    let memory = MemoryOutput()
    let output = BufferedOutput([memory])
    var format = InventoryCSV(run: Example.run())
    try format.add(source, to: output)
    #expect(output.bytes.count < BufferedOutput.limitInBytes)
    #expect(memory.largestWrite < BufferedOutput.limitInBytes + 1024)
    try output.flush()
    let rows = CSVReader.records(of: String(decoding: memory.bytes, as: UTF8.self))
    #expect(rows.map { $0[3] } == (0..<columns).map { "c\($0)" })
  }
}

/// A reader of RFC 4180 that shares nothing with the writer.
enum CSVReader {
  static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          scalars.removeFirst()
          field.append("\"")
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\r" {
        record.append(String(field))
        field = .init()
        if scalar == "\r" {
          precondition(scalars.popFirst() == "\n", "a record ends with CRLF")
          records.append(record)
          record = []
        }
      } else {
        field.append(scalar)
      }
    }
    return records
  }
}
