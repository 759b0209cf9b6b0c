import Findings
import Inputs
import Testing

@Suite("Damaged and hostile SQL dumps")
struct SQLDamageTests {
  private let next = "INSERT INTO t VALUES (2,'two','z');\n"

  @Test("A quote that never closes does not swallow the statements behind it")
  func openQuote() {
    for dialect in [SQLDialect.mysqldump, .pgDump, .standard, .mysql] {
      let text = "CREATE TABLE t (a int, b text);\nINSERT INTO t VALUES (1,'one\n" + next + next
      let sink = DumpSink.read(text, dialect: dialect)
      #expect(
        sink.lines == ["t: a=1 | b=one\n", "t: a=2 | b=two | #3=z", "t: a=2 | b=two | #3=z"])
      #expect(sink.gaps == [Gap(.malformed, at: 61)])
    }
  }

  @Test("A quote left open in text does not swallow the statements behind it")
  func openQuoteInText() {
    let text = "CREATE TABLE t (a int, b text);\nmysqldump: Couldn't go on\n" + next
    let sink = DumpSink.read(text, dialect: .mysqldump)
    #expect(sink.lines == ["t: a=2 | b=two | #3=z"])
    #expect(sink.gaps == [Gap(.malformed, at: 58)])
    #expect(sink.textString.contains("Couldn't go on"))
  }

  @Test("A value that rightly holds a statement stays a value")
  func statementInValue() {
    for value in [
      "-- \\n张三", "INSERT INTO x VALUES (1,''a'',''b'');", "/* x */",
      "SET a = ''b''\nDROP TABLE x;",
      "COPY a FROM stdin;\n1\t''2''\n\\.",
    ] {
      let value = value.replacing("\\n", with: "\n")
      let text = "INSERT INTO t VALUES ('a\n\(value)\n' , 1);\n" + next
      let sink = DumpSink.read(text, dialect: .standard)
      let plain = value.replacing("''", with: "'")
      #expect(
        sink.records.map { $0.values.map(\.text) } == [["a\n\(plain)\n", "1"], ["2", "two", "z"]])
      #expect(sink.gaps == [])
    }
  }

  @Test("A quote that outgrows the window is given up where line breaks are never written")
  func longOpenQuote() {
    let filler = "1" + String(repeating: ",1", count: 3000)
    let text = "INSERT INTO t VALUES ('open\nINSERT INTO t VALUES (\(filler));\n" + next
    let mysql = DumpSink.read(text, dialect: .mysqldump, capacity: 1024)
    #expect(mysql.records.map(\.values.count) == [1, 3001, 3])
    #expect(mysql.records.first?.values.first?.text == "open\n")
    #expect(mysql.gaps == [Gap(.malformed, at: 28)])
  }

  @Test("Careless quotes within a value are read as they were meant")
  func carelessQuotes() {
    let sink = DumpSink.read("INSERT INTO t VALUES ('O'Brien','x');\n" + next, dialect: .standard)
    #expect(sink.lines.first == "t: #1=O'Brien | #2=x")
    #expect(sink.gaps == [Gap(.malformed, at: 24)])
  }

  @Test("A row that is broken off goes on at the next statement")
  func brokenRow() {
    let broken = [
      "INSERT INTO t VALUES (1,2\n", "INSERT INTO t VALUES (1,\n",
      "INSERT INTO t VALUES (1,upper(2\n",
      "INSERT INTO t VALUES (1,2;\n", "INSERT INTO t VALUES (1,'2';\n",
      "INSERT INTO t VALUES (1,'2'\n", "CREATE TABLE t (a int, b\n",
    ]
    for text in broken {
      let sink = DumpSink.read(text + next, dialect: .standard)
      #expect(sink.records.last?.values.map(\.text) == ["2", "two", "z"], "\(text)")
      #expect(sink.gaps.map(\.reason) == [.malformed], "\(text)")
    }
    let comma = DumpSink.read("INSERT INTO t VALUES (1,2),\n" + next, dialect: .standard)
    #expect(comma.records.count == 2)
  }

  @Test(
    "A statement that is not finished as expected does not hide the next one",
    arguments: [
      "COPY t;", "COPY t (a) TO stdout;", "COPY t FROM 's3://x';", "COMMENT ON;",
      "COMMENT ON TABLE t;",
      "CREATE;", "CREATE TABLE;", "CREATE TABLE x;", "CREATE TABLE x AS SELECT 1;", "INSERT;",
      "INSERT INTO;", "INSERT INTO x DEFAULT VALUES;", "INSERT INTO x () VALUES ();", "USE;",
      "SET;",
      "REPLACE;", "CREATE VIEW v AS SELECT ');';", "\\x", ";;", ")", "]", "SELECT $1, $$ a;b $$;",
      "CREATE TRIGGER t BEGIN CASE x WHEN 1 THEN y; END CASE; END;", "SELECT `a;b`, \"c;d\";",
    ])
  func oddStatement(text: String) {
    for dialect in [SQLDialect.pgDump, .standard] {
      let sink = DumpSink.read(text + "\n" + next, dialect: dialect)
      #expect(sink.lines.last == "t: #1=2 | #2=two | #3=z")
      #expect(sink.gaps == [])
    }
  }

  @Test("A COPY block without its end goes on at the next statement")
  func openCopy() {
    let text =
      "COPY t (a, b) FROM stdin;\n1\tx\n-- a\tcomment?\nCOPY u (c, d) FROM stdin;\n3\t4\n\\.\n"
    let sink = DumpSink.read(text, dialect: .pgDump)
    #expect(sink.lines == ["t: a=1 | b=x", "t: a=-- a | b=comment?", "u: c=3 | d=4"])
    #expect(sink.gaps.map(\.reason) == [.malformed])
  }

  @Test("Fields of COPY have their escapes undone")
  func copyEscapes() {
    let text = """
      COPY t (a, b, c) FROM stdin;
      \\b\\f\\n\\r\\t\\v\\\\\t\\101\\60\\x41\\x4a5\t\\N
      \t\\Nx\t\\\\N\r
      x\\
      y\t\\q\tz\\\r
      \\.

      """
    let sink = DumpSink.read(text, dialect: .pgDump)
    let expected: [[String?]] = [
      ["\u{8}\u{C}\n\r\t\u{B}\\", "A0AJ5", nil], [nil, "Nx", "\\N"], ["x\ny", "q", "z\r"],
    ]
    #expect(sink.records.map { $0.values.map(\.text) } == expected)
  }

  @Test("Parentheses nested 100,000 deep are counted, not recursed into")
  func deepParentheses() {
    let deep = String(repeating: "(", count: 100_000)
    let close = String(repeating: ")", count: 100_000)
    let sink = DumpSink.read(
      "INSERT INTO t VALUES (\(deep)1\(close),2),(\(deep)", dialect: .standard, capacity: 4096)
    #expect(sink.records.count == 2)
    #expect(sink.records[0].values.map { $0.text?.count } == [200_001, 1])
    #expect(sink.gaps.map(\.reason) == [.truncated])
    let table = DumpSink.read("CREATE TABLE t (a \(deep)\(close), b int);\n" + next)
    #expect(table.lines == ["t: a=2 | b=two | #3=z"])
  }

  @Test("A million columns are read, and named as far as any server could")
  func millionColumns() {
    let names = (1...1_000_000).map { "c\($0)" }
    let list = names.joined(separator: ",")
    let row = Array(repeating: "1", count: 1_000_000).joined(separator: ",")
    let text = "INSERT INTO t (\(list)) VALUES (\(row));\n"
    let sink = DumpSink.read(text, dialect: .standard)
    #expect(sink.shapes["t"]?.columns.count == 32_767)
    #expect(sink.records.first?.values.count == 1_000_000)
    #expect(sink.records.first?.values[32_766].column == "c32767")
    #expect(sink.records.first?.values[32_767].column == "#32768")
    #expect(sink.records.first?.values.last?.column == "#1000000")
    #expect(sink.gaps.map(\.reason) == [.limit])
  }

  @Test("A value longer than the window comes in pieces, and is noted as long")
  func longValue() {
    let long = String(repeating: "身份证 it\\'s 11010119900307109X\\n", count: 40_000)
    let text = "INSERT INTO `t` VALUES (1,'\(long)','x');"
    let sink = DumpSink.read(text, dialect: .mysqldump, capacity: 8192)
    let plain = long.replacing("\\'", with: "'").replacing("\\n", with: "\n")
    let isSame = sink.records.first?.values.map(\.text) == ["1", plain, "x"]
    #expect(isSame)
    #expect(sink.longestPushInBytes <= 8192)
    #expect(sink.gaps.map(\.reason) == [.recordTooLong])
  }

  @Test("Zero bytes and invalid UTF-8 are bytes like any others")
  func anyBytes() {
    var bytes = Array("INSERT INTO t VALUES ('".utf8)
    bytes += [0, 0xFF, 0xD5, 0x5C, 0x5C, 0x80]
    bytes += Array("',0,'x');\0\0;\n".utf8) + Array(next.utf8)
    let sink = DumpSink.read(bytes, dialect: .mysqldump)
    #expect(sink.records.map(\.values.count) == [3, 3])
  }

  @Test("Random damage neither crashes nor breaks the order of calls", arguments: [1, 2, 3, 4])
  func randomDamage(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let marks = Array("'\"`\\();,-/*#$\n\tEXNULL0x{}".utf8)
    for (name, text) in SQLSamples.all {
      for _ in 0..<40 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          let index = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[index] = marks.randomElement(using: &generator) ?? 0
          case 1: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: index)
          default: bytes.remove(at: index)
          }
        }
        let dialect = SQLDumpReader.recognise(head: bytes.span) ?? .standard
        let whole = DumpSink.read(bytes, dialect: dialect)
        let parts = DumpSink.read(bytes, dialect: dialect, readSize: 100)
        #expect(parts.records == whole.records, "\(name), seed \(seed)")
        // How far back reading can go depends on the window, so the records may differ here.
        _ = DumpSink.read(bytes, dialect: dialect, capacity: 256, readSize: 100)
      }
    }
  }
}
