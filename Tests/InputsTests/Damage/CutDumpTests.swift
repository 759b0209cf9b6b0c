import Findings
import Foundation
import Inputs
import TestSupport
import Testing

@Suite("Dumps of several files, of XML and with a log beside them, cut off and damaged")
struct CutDumpTests {
  private static let count = 60

  private static func phone(_ index: Int) -> String { "138\(10_000_000 + index * 7919)" }

  /// The rows of a table of three columns as they must come out, as far as they are whole.
  private static let rows = (0..<count).map { "\($0)|\(phone($0))|备注 \($0)" }

  private static func read(_ path: [UInt8]) throws -> (sink: DumpSink, gaps: Set<GapReason>) {
    let sink = DumpSink()
    let outcome = try SourceFile.open(path: path).read(into: sink)
    // JSON comes to know columns amid a record.
    #expect(sink.faults.filter { $0 != "a table within a record" } == [])
    return (sink, Set((outcome.gaps + sink.gaps).map(\.reason)))
  }

  private static func values(_ sink: DumpSink) -> [String] {
    sink.records.map { $0.values.map { $0.text ?? "∅" }.joined(separator: "|") }
  }

  /// Every sixteenth of a file, and every border of its rows with the bytes beside it.
  private static func cuts(_ text: String) -> [Int] {
    let bytes = Array(text.utf8)
    let borders = bytes.indices.filter { bytes[$0] == 0x0A }.flatMap { [$0, $0 + 1, $0 + 2] }
    return (0..<16).map { bytes.count * $0 / 16 } + borders.filter { $0 < bytes.count }
  }

  private static let xml =
    """
    <?xml version="1.0"?>
    <mysqldump xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <database name="shop">
    \t<table_structure name="t">
    \t\t<field Field="id" Type="int(11)" Null="NO" Key="" Extra="" Comment="" />
    \t\t<field Field="phone" Type="varchar(20)" Null="YES" Key="" Extra="" Comment="手机" />
    \t\t<field Field="note" Type="varchar(20)" Null="YES" Key="" Extra="" Comment="" />
    \t</table_structure>
    \t<table_data name="t">

    """
    + (0..<count).map {
      """
      \t<row>
      \t\t<field name="id">\($0)</field>
      \t\t<field name="phone">\(phone($0))</field>
      \t\t<field name="note">备注 \($0)</field>
      \t</row>

      """
    }.joined() + "\t</table_data>\n</database>\n</mysqldump>\n"

  @Test("XML gives the rows before the cut, and says that it is cut")
  func cutXML() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let bytes = Array(Self.xml.utf8)
    #expect(Self.values(try Self.read(folder.write("w.xml", bytes)).sink) == Self.rows)
    let head = try #require(Self.xml.range(of: "<table_data"))
    for cut in Self.cuts(Self.xml)
    where cut > Self.xml.utf8.distance(from: Self.xml.startIndex, to: head.lowerBound) {
      let (sink, gaps) = try Self.read(folder.write("a.xml", Array(bytes[..<cut])))
      let end = cut >= bytes.count - 1
      #expect(end || gaps == [.truncated], "at \(cut): \(gaps)")
      let whole =
        String(decoding: bytes[..<cut], as: UTF8.self)
        .components(separatedBy: "</row>").count - 1
      let values = Self.values(sink)
      #expect(values.prefix(whole).elementsEqual(Self.rows.prefix(whole)), "at \(cut)")
      #expect(values.count <= whole + 1, "at \(cut)")
      #expect(sink.records.allSatisfy { $0.table == "shop.t" })
    }
  }

  @Test("XML with bytes changed is read again behind the damage")
  func damagedXML() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let seed = TestSeed.value
    var random = SeededGenerator(seed: seed)
    let whole = Array(Self.xml.utf8)
    for round in 0..<200 {
      var bytes = whole
      let place = Int.random(in: 800..<bytes.count - 200, using: &random)
      bytes[place] = [0, 0x3C, 0x3E, 0x26, 0xFF, 0x22][round % 6]
      let (sink, _) = try Self.read(folder.write("a.xml", bytes))
      // What is lost of the columns is still there as text.
      let seen = Self.values(sink).joined(separator: "\n") + sink.textString
      let lost = Self.rows.indices.filter { !seen.contains(Self.phone($0)) }
      #expect(lost.count <= 1, "seed \(seed), byte \(place) to \(bytes[place]): \(lost)")
    }
  }

  private static let schema = """
    -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
    /*!40101 SET NAMES utf8mb4 */;
    DROP TABLE IF EXISTS `t`;
    CREATE TABLE `t` (
      `id` int NOT NULL,
      `phone` varchar(20) DEFAULT NULL COMMENT '手机',
      `note` varchar(20) DEFAULT NULL,
      PRIMARY KEY (`id`)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
    -- Dump completed

    """

  /// The files of a dump, its rows apart from its definitions, as different programs write them.
  private static let folders: [(definitions: String, rows: String, text: String)] = [
    ("t.sql", "t.txt", Self.rows.map { $0.replacing("|", with: "\t") + "\n" }.joined()),
    (
      "db.t-schema.sql", "db.t.00000.sql",
      "/*!40101 SET NAMES binary*/;\n"
        + Self.rows.map { row in
          let values = row.components(separatedBy: "|")
          return "INSERT INTO `t` VALUES(\(values[0]),\"\(values[1])\",\"\(values[2])\");\n"
        }.joined()
    ),
  ]

  @Test("Rows beside their definitions come up to the cut, at every cut", arguments: [0, 1])
  func cutRows(index: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let files = Self.folders[index]
    try folder.write(files.definitions, Self.schema)
    let bytes = Array(files.text.utf8)
    for cut in Self.cuts(files.text) where cut > 0 {
      let (sink, _) = try Self.read(folder.write(files.rows, Array(bytes[..<cut])))
      let text = String(decoding: bytes[..<cut], as: UTF8.self)
      let whole = text.components(separatedBy: "备注").count - 2
      let values = Self.values(sink)
      #expect(
        values.prefix(max(0, whole)).elementsEqual(Self.rows.prefix(max(0, whole))), "at \(cut)")
      #expect(values.count <= whole + 2, "at \(cut)")
    }
  }

  @Test("Rows come whole whatever is left of their definitions", arguments: [0, 1])
  func cutDefinitions(index: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let files = Self.folders[index]
    let schema = Array(Self.schema.utf8)
    let path = try folder.write(files.rows, files.text)
    for cut in stride(from: 0, through: schema.count, by: 7) {
      try folder.write(files.definitions, Array(schema[..<cut]))
      let (sink, _) = try Self.read(path)
      let seen = Self.values(sink).joined(separator: "\n") + sink.textString
      let lost = Self.rows.indices.filter { !seen.contains(Self.phone($0)) }
      #expect(lost == [], "definitions cut at \(cut)")
    }
  }

  @Test("A write-ahead log that is cut off gives the rows that the library itself still finds")
  func cutLog() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let writer = try SQLiteWriter(path: folder.path + "/a.db")
    try writer.run(
      """
      PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
      CREATE TABLE t (id INTEGER PRIMARY KEY, phone TEXT);
      """)
    for index in 0..<Self.count {
      try writer.run("INSERT INTO t VALUES (\(index), '\(Self.phone(index))')")
    }
    let database = [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/a.db")))
    let log = [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/a.db-wal")))
    for sixteenth in 0...16 {
      let part = Array(log[..<(log.count * sixteenth / 16)])
      for name in ["ours", "theirs"] {
        try folder.write("\(name)/a.db", database)
        try folder.write("\(name)/a.db-wal", part)
      }
      let sink = try readSQLite(folder.path + "/ours/a.db").sink
      let known = try SQLiteWriter(path: folder.path + "/theirs/a.db")
      let rows = (try? known.rows("SELECT id, phone FROM t ORDER BY id")) ?? []
      #expect(sink.rows(of: "t") == rows, "at \(sixteenth) sixteenths")
      known.abandon()
      for name in ["ours", "theirs"] {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
    #expect(try writer.rows("SELECT count(*) FROM t") == ["\(Self.count)"])
  }

  @Test("JSON nested 100,000 deep is a gap, in a cell or a line text, and what follows is read")
  func depth() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    for unit in ["[", "{\"a\":"] {
      let deep = String(repeating: unit, count: 100_000)
      let lines = "{\"phone\":\"13800138000\"}\n" + deep + "\n{\"phone\":\"13900139000\"}\n"
      let (sink, gaps) = try Self.read(folder.write("a.jsonl", lines))
      #expect(gaps == [.limit])
      #expect(Self.values(sink).filter { $0.hasPrefix("1") } == ["13800138000", "13900139000"])
      let cell = deep.replacing("\"", with: "\"\"")
      let table = "id,doc\n1,\"\(cell)\"\n2,13900139000\n"
      let (cells, _) = try Self.read(folder.write("a.csv", table))
      #expect(Self.values(cells).last == "2|13900139000")
      let log = "2026-01-01 INFO " + deep + "\n2026-01-01 INFO {\"phone\":\"13900139000\"}\n"
      let (text, _) = try Self.read(folder.write("a.log", log))
      #expect(Self.values(text) == ["13900139000"])
    }
  }

  @Test("A million columns of separated values are read, each value once")
  func columns() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let count = 1_000_000
    let header = (0..<count).map { "c\($0)" }.joined(separator: ",")
    let row = (0..<count).map { "\($0)" }.joined(separator: ",")
    let sink = DumpSink()
    sink.isKeeping = false
    let path = try folder.write("a.csv", header + "\n" + row + "\n")
    let outcome = try SourceFile.open(path: path).read(into: sink)
    #expect(sink.faults == [])
    #expect(outcome.gaps.isEmpty)
    // All bytes of the row but the commas, or of the header too where it is taken for a row.
    #expect(sink.valueBytes >= row.utf8.count - count)
  }
}
