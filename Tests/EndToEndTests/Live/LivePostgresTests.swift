import Foundation
import TestSupport
import Testing

/// What a scan of a live PostgreSQL database tells, against what the server counts itself.
@Suite struct LivePostgresTests {
  private static let staff = ("人事.员工", #""人事"."员工""#)
  private static let isChild =
    #"to_date(substr("证件", 7, 8), 'YYYYMMDD') > date '2026-11-22' - interval '14 years'"#

  static let columns: [LiveColumn] =
    [
      ("姓名", "person-name", #""姓名""#), ("证件", "resident-id", #""证件""#),
      ("手机", "mobile-phone", #""手机""#), ("邮箱", "email", #""邮箱""#),
      ("we\"ird", "mobile-phone", #""we""ird"->>'mobile'"#),
      ("照片", "mobile-phone", #"convert_from("照片", 'UTF8')"#),
      ("副本", "mobile-phone", #""副本""#),
    ].map {
      LiveColumn(
        staff.0, $0.0, $0.1, source: staff.1, cell: $0.2, isChild: isChild)
    }
    + ["visits_early", "visits_late", "child", "stored", "half"].map {
      LiveColumn("public." + $0, "mobile", "mobile-phone", source: $0, cell: "mobile")
    } + [
      LiveColumn("public.parent", "mobile", "mobile-phone", source: "ONLY parent", cell: "mobile"),
      LiveColumn(
        "public.composite", "who", "mobile-phone", source: "composite", cell: "(who).mobile"),
      LiveColumn("public.composite", "many", "mobile-phone", source: "composite", cell: "many[1]"),
    ]

  static let shop = Result {
    try LiveScan(LivePostgres.shared.get().url(), "--full")
  }

  @Test("The inventory has the server's own counts", arguments: columns)
  func counts(column: LiveColumn) throws {
    var known = try #require(try LivePostgres.shared.get().query(column.question).first)
    var found = try Self.shop.get().counts(column.table, column.column, column.type)
    // JSON is a value even where no telephone is in it.
    if column.column == "we\"ird" { (known[1], found[1]) = ("", "") }
    #expect(found == known)
  }

  @Test("Every table is listed once, by the name a dump gives its rows")
  func tables() throws {
    let scan = try Self.shop.get()
    #expect(scan.outcome.status == 0, "\(scan.outcome.errorText)")
    #expect(
      scan.tables == [
        "": "scanned//0", "人事.员工": "scanned//300", "public.visits": "scanned//0",
        "public.visits_early": "scanned//99", "public.visits_late": "scanned//201",
        "public.parent": "scanned//19", "public.child": "scanned//30",
        "public.stored": "scanned//300", "public.nothing": "scanned//0",
        "public.composite": "scanned//257", "public.half": "scanned//300",
        "public.rows_of_some": "scanned//300", "public.rows_by_function": "scanned//300",
      ])
  }

  @Test("A finding has table, column and record, and no place in a file")
  func places() throws {
    let scan = try Self.shop.get()
    let finding = try #require(
      scan.reports.findings.first {
        $0["member"]?.text == "人事.员工" && $0["type"]?.text == "resident-id"
      })
    let url = try LivePostgres.shared.get().url().replacing("postgres@", with: "")
    #expect(finding["path"]?.text == url)
    #expect(finding["table"]?.text == "人事.员工")
    #expect(finding["field"]?.text == "证件")
    #expect(finding["record"]?.int == 1)
    #expect(finding["start"]?.int == 0 && finding["end"]?.int == 0)
    #expect(finding["line"] == .null && finding["column"] == .null)
  }

  /// What the functions and casts of users leave in the server's log.
  private static let trace = "ERROR:  a"

  @Test("The server is given nothing but what reads, and none of its users' functions runs")
  func statements() throws {
    _ = try Self.shop.get()
    let log = try LivePostgres.shared.get().log()
    let verbs = Set(
      log.split(separator: "\n").filter { $0.hasPrefix("<pii-scan>LOG:  statement: ") }.map {
        String($0.dropFirst(27).prefix { $0.isLetter })
      })
    #expect(verbs.isSuperset(of: ["SELECT", "DECLARE", "FETCH"]))
    #expect(
      verbs.isSubset(of: [
        "SELECT", "SET", "DECLARE", "FETCH", "CLOSE", "START", "SAVEPOINT", "RELEASE", "ROLLBACK",
      ]))
    let hasRun = log.contains(Self.trace)
    #expect(!hasRun)
  }

  @Test("A user sees what the user may see, and the rest is told")
  func permissions() throws {
    let server = try LivePostgres.shared.get()
    let scan = try LiveScan(
      server.url(user: "guarded"), "--full", environment: ["PGPASSWORD": "let me in"])
    #expect(scan.outcome.status == 2)
    let tables = scan.tables
    #expect(tables["人事.员工"] == "skipped/unreadable/0")
    #expect(tables["public.stored"] == "scanned//300")
    #expect(tables["public.half"] == "partly/unreadable/300")
    #expect(tables["public.rows_of_some"] == "partly/unreadable/49")
    #expect(tables["public.rows_by_function"] == "skipped/unreadable/0")
    let hasRun = try server.log().contains(Self.trace)
    #expect(!hasRun)
  }

  @Test("A sample is about as large as was asked for, the same every time, and no whole")
  func sample() throws {
    let server = try LivePostgres.shared.get()
    let scratch = try Scratch()
    let key = try scratch.write("key", [UInt8](repeating: 7, count: 32))
    let scans = try (0..<2).map { _ in
      try LiveScan(server.url("large"), "--sample", "2000", "--key-file", key)
    }
    #expect(scans[0].outcome.status == 2)
    let parts = try #require(scans[0].tables["public.calls"]).split(separator: "/")
    #expect(parts.prefix(2) == ["partly", "limit"])
    let records = try #require(Int(parts[2]))
    #expect((1000...4000).contains(records))
    #expect(scans[0].reports.files == scans[1].reports.files)
    let row = try #require(scans[0].reports.inventory.rows.first { $0["field"] == "mobile" })
    #expect(row["records"] == "\(records)")
  }

  @Test("All rows are read where that is asked for, in bounded memory; a huge value in part")
  func full() throws {
    let scan = try LiveScan(
      LivePostgres.shared.get().url("large"), "--full")
    #expect(scan.tables["public.calls"] == "scanned//100000")
    #expect(scan.tables["public.wide"] == "partly/limit/1")
    #expect(scan.outcome.peakMemoryInBytes < 128 << 20)
    let distinct = try LivePostgres.shared.get().query(
      "SELECT count(DISTINCT mobile) FROM calls", in: "large")
    let row = scan.reports.inventory.rows.first { $0["member"] == "public.calls" }
    #expect(row?["matches"] == "100000")
    #expect(row?["distinct"] == distinct.first?.first || row?["distinct"]?.hasPrefix("~") == true)
  }
}
