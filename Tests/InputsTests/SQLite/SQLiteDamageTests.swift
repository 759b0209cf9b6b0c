import Findings
import Foundation
import Inputs
import TestSupport
import Testing

@Suite("A database file of SQLite, damaged")
struct SQLiteDamageTests {
  /// Two tables of 2,000 rows over some forty pages.
  private static func database(in folder: TemporaryFolder) throws -> [UInt8] {
    let path = folder.path + "/whole.db"
    let writer = try SQLiteWriter(path: path)
    try writer.run(
      """
      PRAGMA page_size = 1024;
      CREATE TABLE t (id INTEGER PRIMARY KEY, phone TEXT, note TEXT);
      CREATE TABLE u (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
      WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      INSERT INTO t SELECT i, printf('138%08d', i), 'abcdefghij' FROM n;
      INSERT INTO u SELECT phone, note FROM t;
      """)
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func read(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> DumpSink {
    let path = try folder.write("damaged.db", bytes)
    return try readSQLite(String(decoding: path, as: UTF8.self)).sink
  }

  @Test("loses one page where one page is broken")
  func brokenPage() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    var bytes = try Self.database(in: folder)
    // A leaf of `t` is known by its type and a value in it.
    let value = Array("13800001000".utf8)
    let place = try #require(
      stride(from: 0, to: bytes.count, by: 1024).first { page in
        bytes[page] == 13 && bytes[page..<page + 1024].contains(value)
      })
    for index in place..<place + 1024 { bytes[index] = 0xAB }
    let sink = try Self.read(bytes, in: folder)
    #expect(sink.gaps.map(\.reason) == [.malformed])
    let rows = sink.rows(of: "t")
    #expect(rows.count > 1940 && rows.count < 2000)
    #expect(rows.contains("1|13800000001|abcdefghij"))
    #expect(rows.contains("2000|13800002000|abcdefghij"))
    #expect(Set(rows).count == rows.count)
    #expect(sink.rows(of: "u").count == 2000)
  }

  @Test("loses one page of a table without row numbers too")
  func brokenPageOfKeys() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    var bytes = try Self.database(in: folder)
    let value = Array("13800001000".utf8)
    let place = try #require(
      stride(from: 0, to: bytes.count, by: 1024).first { page in
        bytes[page] == 10 && bytes[page..<page + 1024].contains(value)
      })
    for index in place..<place + 1024 { bytes[index] = 0xAB }
    let sink = try Self.read(bytes, in: folder)
    #expect(sink.gaps.map(\.reason) == [.malformed])
    let rows = sink.rows(of: "u")
    #expect(rows.count > 1940 && rows.count < 2000)
    #expect(rows.contains("13800000001|abcdefghij") && rows.contains("13800002000|abcdefghij"))
    #expect(Set(rows).count == rows.count)
    #expect(sink.rows(of: "t").count == 2000)
  }

  @Test("yields what there is where it was cut off, and a gap", arguments: 1..<16)
  func cut(sixteenths: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let whole = try Self.database(in: folder)
    let count = whole.count * sixteenths / 16
    let sink = try Self.read(Array(whole.prefix(count)), in: folder)
    #expect(sink.gaps.first?.reason == .truncated)
    let rows = sink.rows(of: "t")
    #expect(Set(rows).count == rows.count)
    #expect(rows.allSatisfy { $0.hasSuffix("|abcdefghij") })
    if sixteenths > 10 { #expect(rows.count > 500) }
  }

  @Test("never crashes, hangs or yields more rows than it has bytes")
  func random() throws {
    let folder = try TemporaryFolder()
    defer { folder.removeAll() }
    let whole = try Self.database(in: folder)
    var random = SeededGenerator(seed: TestSeed.value)
    for round in 0..<60 {
      var bytes = whole
      for _ in 0..<[1, 8, 64, 512][round % 4] {
        // Half of them in the first pages, where the schema and the roots are.
        let end = Bool.random(using: &random) ? 4096 : bytes.count
        bytes[Int.random(in: 16..<end, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if round % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count - 200, using: &random)) }
      let sink = try Self.read(bytes, in: folder)
      #expect(sink.records.count < bytes.count, "seed \(TestSeed.value), round \(round)")
    }
  }
}
