import Findings
import Foundation
import Inputs
import Testing

@Suite("A database file of SQLite")
struct SQLiteTests {
  private static let people = """
    CREATE TABLE "客户" (id INTEGER PRIMARY KEY AUTOINCREMENT, "姓名" VARCHAR(20), phone TEXT,
      "a""b" REAL, photo BLOB, area TEXT AS (substr(phone, 1, 3)), full TEXT AS (phone || '!') STORED);
    INSERT INTO "客户" ("姓名", phone, "a""b", photo) VALUES
      ('张伟', '13800138000', 1.5, X'E5BCA0'), ('李娜', NULL, 3, NULL), ('', '139', -2e40, X'00FF01');
    CREATE TABLE pairs (k TEXT PRIMARY KEY, v) WITHOUT ROWID;
    INSERT INTO pairs VALUES ('b', 2), ('a', 'x'), ('c', NULL);
    CREATE TABLE numbered (rowid TEXT, oid TEXT, _rowid_ TEXT);
    INSERT INTO numbered VALUES ('1', '2', '3');
    CREATE VIEW v AS SELECT phone FROM "客户";
    CREATE INDEX i ON "客户" (phone);
    """

  @Test(
    "is read to tables, columns and declared types, in any encoding",
    arguments: ["UTF-8", "UTF-16le", "UTF-16be"])
  func tables(encoding: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = folder.path + "/a.db"
    let writer = try SQLiteWriter(path: path)
    try writer.run("PRAGMA encoding = '\(encoding)';" + Self.people)
    let (sink, outcome) = try readSQLite(path)
    #expect(outcome.gaps.isEmpty)
    #expect(outcome.encoding?.name == encoding.lowercased())
    #expect(sink.announced == ["客户", "pairs", "numbered"])
    let shape = try #require(sink.shapes["客户"])
    #expect(shape.columns.map(\.name) == ["id", "姓名", "phone", "a\"b", "photo", "area", "full"])
    #expect(
      shape.columns.map(\.declaredType) == [
        "INTEGER", "VARCHAR(20)", "TEXT", "REAL", "BLOB", "TEXT", "TEXT",
      ])
    #expect(shape.columns.map(\.isCounter) == [true, false, false, false, false, false, false])
    // What the database itself says; the blob that is no text comes in hexadecimal digits.
    let own = try writer.rows(
      """
      SELECT id, nullif("姓名", ''), phone, "a""b", CASE id WHEN 1 THEN '张' WHEN 3 THEN '00ff01' END,
          area, full FROM "客户"
      """)
    #expect(sink.rows(of: "客户") == own)
    #expect(sink.rows(of: "pairs") == (try writer.rows("SELECT * FROM pairs ORDER BY k")))
    #expect(sink.rows(of: "numbered") == ["1|2|3"])
  }

  @Test("gives the comments in its statements, and full-text tables their names")
  func schemaText() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = folder.path + "/a.db"
    try SQLiteWriter(path: path).run(
      """
      CREATE TABLE t ( -- 用户
        a TEXT DEFAULT '-- no, (', -- 手机号
        "b,c" DECIMAL(10, 2) /* 收入 */,
        -- 宗教信仰
        d TEXT CHECK (d <> '/* no */'), e
      );
      CREATE VIRTUAL TABLE docs USING fts5("标题", body UNINDEXED, tokenize = 'unicode61');
      INSERT INTO docs VALUES ('x', 'y');
      CREATE VIRTUAL TABLE old USING fts4(title, body);
      INSERT INTO old VALUES ('v', 'w');
      """)
    let (sink, _) = try readSQLite(path)
    let columns = try #require(sink.shapes["t"]).columns
    #expect(columns.map(\.comment) == ["手机号", "收入", "宗教信仰", ""])
    #expect(sink.lines.contains("docs_content: id=1 | 标题=x | body=y"))
    #expect(sink.lines.contains("old_content: docid=1 | title=v | body=w"))
  }

  @Test("tells places within the value, and no line")
  func places() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = folder.path + "/a.db"
    try SQLiteWriter(path: path).run("CREATE TABLE t (a); INSERT INTO t VALUES ('x')")
    let (sink, _) = try readSQLite(path)
    #expect(sink.records[0].values[0].place == Location(byteOffset: 0, line: 0, column: 0))
  }

  @Test("may come as a stream, and is then held in memory")
  func stream() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = folder.path + "/a.db"
    try SQLiteWriter(path: path).run(Self.people)
    let handle = try #require(FileHandle(forReadingAtPath: path))
    let source = try SourceFile.stream(
      OpenFile(descriptor: handle.fileDescriptor, closesOnDeinit: false))
    let sink = DumpSink()
    let outcome = source.read(into: sink)
    #expect(outcome.gaps.isEmpty)
    #expect(sink.records.count == 7)
  }

  @Test("yields what its write-ahead log holds, and nothing on disk changes")
  func log() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let writer = try SQLiteWriter(path: folder.path + "/a.db")
    try writer.run(
      """
      PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
      CREATE TABLE t (phone TEXT);
      WITH n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      INSERT INTO t SELECT printf('138%08d', i) FROM n;
      """)
    let own = try writer.rows("SELECT * FROM t")
    writer.abandon()
    let before = try contents(of: folder.path)
    #expect(before.keys.sorted() == ["a.db", "a.db-shm", "a.db-wal"])
    let (sink, outcome) = try readSQLite(folder.path + "/a.db")
    #expect(outcome.gaps.isEmpty && sink.gaps.isEmpty)
    #expect(sink.rows(of: "t") == own)
    for name in ["a.db-wal", "a.db-shm"] {
      let (beside, _) = try readSQLite(folder.path + "/" + name)
      #expect(beside.text.isEmpty && beside.gaps.isEmpty)
    }
    #expect(try contents(of: folder.path) == before)
    // Alone, the log is searched as it is, which is a gap.
    try FileManager.default.removeItem(atPath: folder.path + "/a.db")
    let (alone, _) = try readSQLite(folder.path + "/a.db-wal")
    #expect(alone.gaps.map(\.reason) == [.unsupportedData])
    #expect(alone.textString.contains("13800001234"))
  }

  @Test("is read as it was before a transaction that was cut off, and nothing on disk changes")
  func journal() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let writer = try SQLiteWriter(path: folder.path + "/a.db")
    try writer.run(
      """
      CREATE TABLE t (id INTEGER PRIMARY KEY, phone TEXT);
      WITH n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO t (phone) SELECT printf('138%08d', i) FROM n;
      """)
    let own = try writer.rows("SELECT * FROM t")
    try writer.run("PRAGMA cache_size = 5; BEGIN; UPDATE t SET phone = 'x' || phone")
    // As if the machine had stopped here: another name, so that the lock does not matter.
    for suffix in ["", "-journal"] {
      try FileManager.default.copyItem(
        atPath: folder.path + "/a.db" + suffix, toPath: folder.path + "/b.db" + suffix)
    }
    let before = try contents(of: folder.path)
    let (sink, outcome) = try readSQLite(folder.path + "/b.db")
    #expect(outcome.gaps.isEmpty && sink.gaps.isEmpty)
    #expect(sink.rows(of: "t") == own)
    #expect(try contents(of: folder.path) == before)
  }

  @Test("may hold values that are too long for memory: they come in pieces")
  func longValues() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = folder.path + "/a.db"
    try SQLiteWriter(path: path).run(
      """
      CREATE TABLE t (a TEXT, b TEXT);
      INSERT INTO t VALUES ('before', 1),
        (replace(hex(zeroblob(3000000)), '0', '长') || '13800138000', 'beside'), ('after', 2);
      """)
    let (sink, outcome) = try readSQLite(path)
    #expect(outcome.gaps.isEmpty && sink.gaps.isEmpty)
    #expect(sink.records.map { $0.values[1].text } == ["1", "beside", "2"])
    #expect(sink.longestPushInBytes <= 600 * 1024)
    let long = try #require(sink.records[1].values[0].text)
    #expect(long.utf8.count == 18_000_011)
    #expect(long.hasSuffix("长13800138000"))
  }

  @Test("may hold long values in tables without row numbers")
  func longValuesByKey() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = folder.path + "/a.db"
    try SQLiteWriter(path: path).run(
      """
      CREATE TABLE t (k TEXT PRIMARY KEY, a TEXT) WITHOUT ROWID;
      INSERT INTO t VALUES ('1', 'x'), ('2', hex(zeroblob(1000000)) || '13800138000'), ('3', 'y');
      """)
    let (sink, _) = try readSQLite(path)
    #expect(sink.gaps.isEmpty)
    #expect(sink.records.map { $0.values[0].text } == ["1", "2", "3"])
    #expect(sink.records[1].values[1].text?.hasSuffix("13800138000") == true)
  }

  @Test("may have a schema with lines that make no sense: the other tables are read")
  func brokenSchema() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let path = folder.path + "/a.db"
    try SQLiteWriter(path: path).run(
      """
      CREATE TABLE a (x); CREATE TABLE b (x); CREATE TABLE c (x);
      INSERT INTO a VALUES (1); INSERT INTO b VALUES (2); INSERT INTO c VALUES (3);
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = 'DROP TABLE a' WHERE name = 'b';
      """)
    let (sink, _) = try readSQLite(path)
    #expect(sink.lines == ["a: x=1", "c: x=3"])
    #expect(sink.gaps.map(\.reason) == [.malformed])
  }
}
