import Foundation
import TestSupport
import Testing

/// What a scan of a live MariaDB server tells, against what the server counts itself.
@Suite struct LiveMariaDBTests {
  private static let isChild =
    "STR_TO_DATE(SUBSTRING(`证件`, 7, 8), '%Y%m%d') > DATE '2026-11-22' - INTERVAL 14 YEAR"

  static let columns: [LiveColumn] =
    [
      ("姓名", "person-name", "`姓名`"), ("证件", "resident-id", "`证件`"),
      ("手机", "mobile-phone", "`手机`"), ("邮箱", "email", "`邮箱`"),
      ("we`ird", "mobile-phone", "JSON_VALUE(`we``ird`, '$.mobile')"),
      ("照片", "mobile-phone", "CONVERT(`照片` USING utf8mb4)"), ("副本", "mobile-phone", "`副本`"),
    ].map {
      LiveColumn("shop.员工", $0.0, $0.1, source: "`员工`", cell: $0.2, isChild: isChild)
    } + [
      LiveColumn("shop.visits", "mobile", "mobile-phone", source: "visits", cell: "mobile"),
      LiveColumn("shop.old", "mobile", "mobile-phone", source: "old", cell: "mobile"),
      LiveColumn("archive.gbk", "mobile", "mobile-phone", source: "archive.gbk", cell: "mobile"),
      LiveColumn("archive.gbk", "姓名", "person-name", source: "archive.gbk", cell: "`姓名`"),
    ]

  /// All databases of the server.
  static let all = Result { try LiveScan(LiveMariaDB.shared.get().url(""), "--full") }

  @Test("The inventory has the server's own counts", arguments: columns)
  func counts(column: LiveColumn) throws {
    var known = try #require(try LiveMariaDB.shared.get().query(column.question).first)
    var found = try Self.all.get().counts(column.table, column.column, column.type)
    // JSON is a value even where no telephone is in it.
    if column.column == "we`ird" { (known[1], found[1]) = ("", "") }
    #expect(found == known)
  }

  @Test("Every table of every database of users is listed once")
  func tables() throws {
    let scan = try Self.all.get()
    #expect(scan.outcome.status == 0, "\(scan.outcome.errorText)")
    #expect(
      scan.tables == [
        "": "scanned//0", "archive.gbk": "scanned//300", "large.calls": "scanned//100000",
        "large.named": "scanned//20000", "shop.nothing": "scanned//0", "shop.old": "scanned//300",
        "shop.visits": "scanned//300", "shop.员工": "scanned//300",
      ])
    #expect(scan.outcome.peakMemoryInBytes < 128 << 20)
  }

  @Test("A database in the URL is the only one that is read, also through the socket")
  func oneDatabase() throws {
    let socket = try LiveMariaDB.shared.get().scratch.path.replacing("/", with: "%2F") + "%2Fs"
    let scan = try LiveScan("mariadb://root@\(socket)/archive")
    #expect(scan.tables == ["": "scanned//0", "archive.gbk": "scanned//300"])
    #expect(scan.outcome.status == 0)
  }

  @Test("The server is given nothing but what reads")
  func statements() throws {
    _ = try Self.all.get()
    let server = try LiveMariaDB.shared.get()
    let log = try server.log()
    let connections = Set(
      log.split(separator: "\n").filter { $0.contains("SET NAMES utf8mb4") }.compactMap {
        Self.entry(String($0))?.connection
      })
    let verbs = log.split(separator: "\n").compactMap { Self.entry(String($0)) }.filter {
      connections.contains($0.connection)
    }.map { String($0.statement.prefix { $0.isLetter }) }
    #expect(!connections.isEmpty)
    #expect(Set(verbs) == ["SELECT", "SET", "START"])
  }

  /// The number of the connection and the statement, of a line of the general log.
  private static func entry(_ line: String) -> (connection: String, statement: String)? {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard let index = parts.firstIndex(where: { $0.hasSuffix(" Query") }), index + 1 < parts.count,
      let connection = parts[index].split(separator: " ").dropLast().last
    else { return nil }
    return (String(connection), String(parts[index + 1]))
  }

  @Test("A user sees what the user may see, and the rest is told")
  func permissions() throws {
    let scan = try LiveScan(
      LiveMariaDB.shared.get().url(user: "guarded"), environment: ["MYSQL_PWD": "let me in"])
    #expect(scan.outcome.status == 2)
    #expect(
      scan.tables == [
        "": "scanned//0", "shop.visits": "scanned//300", "shop.old": "scanned//300",
        "shop.nothing": "skipped/unreadable/0",
      ])
  }

  @Test(
    "A sample has the size that was asked for and comes from all over the key",
    arguments: ["large.calls", "large.named"])
  func sample(table: String) throws {
    let scan = try LiveScan(LiveMariaDB.shared.get().url("large"), "--sample", "2000")
    #expect(scan.outcome.status == 2)
    #expect(scan.tables[table] == "partly/limit/2000")
    let row = try #require(scan.reports.inventory.rows.first { $0["member"] == table })
    #expect(row["records"] == "2000")
    // Rows that come one after another have telephones that rise by 7919; a sample's spread is wider.
    #expect(row["distinct"] == "2000")
  }
}
