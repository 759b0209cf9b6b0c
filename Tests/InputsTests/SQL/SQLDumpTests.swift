import Findings
import Inputs
import Testing

@Suite("SQL dumps")
struct SQLDumpTests {
  @Test("A dump of MariaDB gives its rows with table and column")
  func mariaDB() {
    let sink = DumpSink.read(SQLSamples.mariaDB)
    #expect(sink.gaps == [])
    let first = sink.records.filter { $0.table == "school.student" }
    let columns = [
      "id", "name", "id_card", "sex", "fee", "note", "photo", "tag", "flags", "full_name", "born",
      "extra",
    ]
    let expected: [[String?]] = [
      [
        "1", "张三", "11010119900307109X", "男", "1.50",
        "it's a \\ back\\slash \"q\" `b`\nline2\r\ntab\tend %_ \u{1A} \0 z", "张三", "plain", "01",
        "张三(1)", "1990-03-07", "{\"phone\":\"13912345678\",\"a\":\"it's\"}",
      ],
      ["2", "李四", nil, "女", "-2.00", nil, "00FF10", nil, "00", "李四(2)", nil, nil],
      [
        "3", "王五;\n-- INSERT", nil, "it's,(x)", "99999999.99", "); DROP TABLE x; -- ", "A", ",'",
        "0F", "王五;\n-- INSERT(3)", "2001-02-28", "[]",
      ],
    ]
    #expect(first.map { $0.values.dropLast().map(\.text) } == expected)
    #expect(first.first?.values.dropLast().map(\.column) == columns)
    #expect(sink.lines.prefix(2) == ["school.part: id=1 | v=a", "school.part: id=20 | v=b"])
    #expect(sink.announced == ["school.part", "school.student", "school.empty_t"])
    let shape = sink.shapes["school.student"]
    #expect(shape?.comment == "学生表; 含'引号'")
    #expect(shape?.columns[2].comment == "身份证号, it's \"unique\"")
    #expect(shape?.columns[5].comment == "备注\n第二行")
    #expect(shape?.columns[3].declaredType == "enum('男','女','it''s,(x)')")
    #expect(
      shape?.columns.map(\.declaredType).prefix(3) == ["int(11)", "varchar(40)", "varchar(18)"])
    #expect(shape?.columns.count == 13)
    #expect(sink.shapes["school.empty_t"]?.comment == "空表")
    #expect(sink.textString.contains("NEW.note='13700001111'"))
  }

  @Test(
    "A dump of PostgreSQL gives its rows with table and column, by COPY and by INSERT",
    arguments: ["PostgreSQL, COPY", "PostgreSQL, INSERT"])
  func postgres(name: String) throws {
    let sink = DumpSink.read(try #require(SQLSamples.all.first { $0.name == name }).text)
    #expect(sink.gaps == [])
    let rows = sink.records.filter { $0.table == "public.student" }
    // INSERT names the generated column with DEFAULT, COPY leaves it out.
    let values = rows.map { $0.values.filter { $0.column != "full_name" && $0.column != "at" } }
    let note = "-- 王五\n-- INSERT\nINSERT INTO x VALUES ('a','b');\n\\.\n"
    let expected: [[String?]] = [
      [
        "1", "张三", "11010119900307109X", "k", "1.50",
        "it's a \\ back\\slash \"q\"\nline2\ntab\tend 13812345678", "\\xe5bca0", "a'b",
        "1990-03-07", "{\"a,b\",13911112222,NULL}",
        "{\"a\": \"it's \\\"q\\\"\", \"phone\": \"13912345678\"}", "7",
      ],
      ["2", "李四", nil, nil, "-2.00", nil, nil, "c", nil, nil, nil, nil],
      [
        "3", "王五", "x                 ", "\\N", "99999999.99", note, "\\x00ff", "c", "2001-02-28",
        "{}", "[]", "-1",
      ],
    ]
    #expect(values.map { $0.map(\.text) } == expected)
    #expect(values.first?.last?.column == "Weird \"Col,umn")
    let parted = sink.lines.filter { $0.hasPrefix("public.parted_0") }
    #expect(parted == ["public.parted_0: id=1 | v=甲", "public.parted_0: id=2 | v=乙"])
    // Comments stand before the data, so the shape has them from the start.
    #expect(sink.comments == [])
    let shape = sink.shapes["public.student"]
    #expect(shape?.comment == "学生表; 含'引号'")
    #expect(shape?.columns[2].comment == "身份证号\n第二行")
    #expect(shape?.columns.last?.comment == "怪")
    #expect(
      shape?.columns.map(\.declaredType) == [
        "integer", "character varying(40)", "character(18)", "text", "numeric(10,2)", "text",
        "bytea", "public.mood", "text", "date", "text[]", "jsonb", "timestamp without time zone",
        "integer",
      ])
    #expect(sink.shapes["hr.empty_t"]?.comment == "空表")
    #expect(sink.textString.contains("don't; 13700001111"))
  }

  struct Export: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let format: String
    let lines: [String]
    let texts: [String]
  }

  static let exports = [
    Export(
      testDescription: "phpMyAdmin", text: SQLSamples.phpMyAdmin, format: "sql",
      lines: [
        "member: id=1 | mobile=13700137000 | memo=it's; \"ok\"\r\nnext",
        "member: id=2 | mobile=∅ | memo=a'b",
      ], texts: ["COMMENT '手机'", "ADD PRIMARY KEY"]),
    Export(
      testDescription: "Navicat", text: SQLSamples.navicat, format: "sql",
      lines: ["user: id=1 | real_name=赵六", "user: id=2 | real_name=钱\\七"],
      texts: ["Date: 05/03/2024", "Records of user"]),
    Export(
      testDescription: "SQLite", text: SQLSamples.sqlite, format: "sql",
      lines: [
        "person: id=1 | name=C:\\ | phone no=13600136000",
        "person: id=2 | name=孙八\r\n第二行 13500135000 | phone no=李",
        "person: id=3 | name=O'Brien | phone no=∅",
      ], texts: ["'13400134000'"]),
    Export(
      testDescription: "SQL Server", text: SQLSamples.sqlServer, format: "sql",
      lines: [
        "School.dbo.Student: Id=1 | Name=周九 | Born=2009-05-06T00:00:00.000",
        "School.dbo.Student: Id=2 | Name=吴'十 | Born=∅",
      ], texts: ["SET ANSI_NULLS ON"]),
    Export(
      testDescription: "Oracle", text: SQLSamples.oracle, format: "sql",
      lines: [
        "HR.STAFF: ID=1 | NAME=郑一 | BORN=1988-02-03 00:00:00 | NOTE=电话 13300133000 | NOTE= 家",
        "HR.STAFF: ID=2 | NAME=王\\ | BORN=∅ | NOTE=x",
      ], texts: ["REM INSERTING"]),
    Export(
      testDescription: "every value", text: SQLSamples.values, format: "sql",
      lines: [
        "t: a=1 | b=x | c=∅", "t: a=-2.5e+3 | b=d\"q | c=∅", "t: a=bin | b=utf | c=n",
        "t: a=101 | b=张 | c=FF", "t: a=ab | b=cd | b=/* 13200132000 */ | c=cast",
        "t: a=TRUE | b=current_timestamp() | c=concat('a,)',\"b(\",NOW())",
        "t: a=(1+(2)) | b=('p') | c=-1", "t: a=∅ | b=' | c='",
        "t: a=%\\%_\\_ | b=\0\u{1A}\u{8}q | c=\\",
        "t: a=JSON_OBJECT('k', '13100131000') | b={\"k\": [1,\"a\\\"b\"]} | c=∅",
        "t: c=三 | b=二", "db2.t: b=other",
        "t: a=1 | b=ragged | c=x | #4=beyond | #5=∅ | #6=far", "new_table: #1=nobody | #2=knows",
      ], texts: ["b='13000130000'", "b='12900129000'"]),
  ]

  @Test("Exports of other programs are read", arguments: exports)
  func export(_ export: Export) {
    let sink = DumpSink.read(export.text)
    #expect(sink.lines == export.lines)
    for text in export.texts { #expect(sink.textString.contains(text)) }
    #expect(sink.gaps == [])
    let bytes = Array(export.text.utf8)
    #expect(SQLDumpReader.recognise(head: bytes.span)?.formatID == export.format)
  }

  @Test("A place is where the value's first byte stands in the file")
  func places() throws {
    for (name, text) in SQLSamples.all {
      let bytes = Array(text.utf8)
      let sink = DumpSink.read(bytes)
      for value in sink.records.flatMap(\.values) {
        guard let place = value.place, let first = value.text?.utf8.first else { continue }
        let offset = Int(place.byteOffset)
        let lines = bytes[..<offset].split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(place.line == UInt64(lines.count), "\(name)")
        let line = String(decoding: lines.last ?? [], as: UTF8.self)
        #expect(place.column == UInt64(line.unicodeScalars.count) + 1, "\(name)")
        // Unless the value begins with an escape or is written in hexadecimal digits.
        let isEscaped = bytes[offset] == 0x5C || bytes[offset] == 0x27 || bytes[offset] == 0x22
        let isHex = [UInt8(ascii: "x"), UInt8(ascii: "X")].contains {
          bytes[offset - 2...offset - 1].contains($0)
        }
        #expect(bytes[offset] == first || isEscaped || isHex, "\(name)")
      }
    }
  }

  @Test("No byte of a dump is passed over but the frame of rows")
  func nothingIsLost() {
    for (name, text) in SQLSamples.all {
      let sink = DumpSink.read(text)
      // What is written with an escape is compared in the tests of values.
      let found = sink.textString + sink.lines.joined(separator: "\n")
      for run in text.split(whereSeparator: { !$0.isNumber }) where run.count > 8 {
        #expect(found.contains(run), "\(name): \(run)")
      }
    }
  }
}
