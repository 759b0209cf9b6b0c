import Foundation
import TestSupport
import Testing

/// Servers and networks that fail: the run ends in time, and says where it stopped.
@Suite struct LiveFaultTests {
  @Test(
    "A server that says nothing, hangs up or babbles ends the run in time",
    arguments: ["postgres", "mysql"], ["silent", "drops", "babbles"])
  func noServer(scheme: String, manner: String) throws {
    let manners: [String: FakeServer.Manner] = [
      "silent": .silent, "drops": .drops, "babbles": .babbles,
    ]
    let server = FakeServer(try #require(manners[manner]))
    let scan = try LiveScan(
      "\(scheme)://u@127.0.0.1:\(server.port)/d", "--timeout", "1", limit: .seconds(20))
    withExtendedLifetime(server) {}
    #expect(scan.outcome.status == 2)
    #expect(!scan.outcome.hasTimedOut)
    #expect(scan.tables == ["": "skipped/unreadable/0"])
    #expect(scan.outcome.errorText.hasPrefix("pii-scan: "))
  }

  @Test(
    "A connection that stops or breaks in the middle leaves a table in part and the rest unread",
    arguments: ["postgres", "mysql"], [true, false])
  func brokenConnection(scheme: String, hangs: Bool) throws {
    let isPostgres = scheme == "postgres"
    let port =
      isPostgres ? try LivePostgres.shared.get().port : try LiveMariaDB.shared.get().port
    let count = 2_000_000
    let server = FakeServer(
      hangs ? .hangs(after: count, port: port) : .breaks(after: count, port: port))
    let user = isPostgres ? "postgres" : "root"
    let scan = try LiveScan(
      "\(scheme)://\(user)@127.0.0.1:\(server.port)/large", "--full", "--timeout", "1",
      limit: .seconds(60))
    withExtendedLifetime(server) {}
    #expect(!scan.outcome.hasTimedOut)
    #expect(scan.outcome.status == 2)
    let (first, second) =
      isPostgres ? ("public.calls", "public.wide") : ("large.calls", "large.named")
    let parts = try #require(scan.tables[first]).split(separator: "/")
    #expect(parts.prefix(2) == ["partly", "truncated"])
    #expect((1..<100_000).contains(try #require(Int(parts[2]))))
    #expect(scan.tables[second] == "skipped/unreadable/0")
    #expect(scan.reports.summary["complete"] == .boolean(false))
  }

  @Test("A backend that is killed leaves a table in part and the rest unread")
  func killedBackend() throws {
    let server = try LivePostgres.shared.get()
    let scan = try LiveScan(server.url("ended"), "--full") { _, _ in
      usleep(100_000)
      _ = try server.query(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'pii-scan' AND datname = 'ended' AND query LIKE 'FETCH%'
        """)
    }
    #expect(scan.outcome.status == 2)
    #expect(scan.tables["public.calls"]?.hasPrefix("partly/truncated/") == true)
    #expect(scan.tables["public.wide"] == "skipped/unreadable/0")
    #expect(scan.outcome.errorText.contains("The connection to the server was lost"))
  }

  @Test("An interruption ends the running statement and writes what is finished")
  func interruption() throws {
    let server = try LivePostgres.shared.get()
    var hasInterrupted = false
    let scan = try LiveScan(server.url("stopped"), "--full") { pid, _ in
      guard !hasInterrupted else { return }
      usleep(100_000)
      let running = try server.query(
        """
        SELECT 1 FROM pg_stat_activity
        WHERE application_name = 'pii-scan' AND datname = 'stopped' AND query LIKE 'FETCH%'
        """)
      guard !running.isEmpty else { return }
      kill(pid, SIGINT)
      hasInterrupted = true
    }
    #expect(scan.outcome.status == 130)
    #expect(scan.tables["public.calls"]?.hasPrefix("partly/interrupted/") == true)
    #expect(scan.reports.summary["interrupted"] == .boolean(true))
  }

  @Test("A table that somebody has locked is told after the timeout; the others are read")
  func lock() throws {
    let server = try LivePostgres.shared.get()
    Thread.detachNewThread {
      let script = "BEGIN; LOCK TABLE a IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(5);"
      try? server.run(script, in: "locked")
    }
    try LiveProcess.wait {
      let held = try? server.query(
        "SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock'", in: "locked")
      return held?.isEmpty == false
    }
    let scan = try LiveScan(server.url("locked"), "--timeout", "1")
    #expect(scan.outcome.status == 2)
    #expect(scan.tables["public.a"] == "skipped/unreadable/0")
    #expect(scan.tables["public.b"] == "scanned//1")
  }

  @Test(
    "Nothing listens, no such database, no such user, a wrong password: a sentence, and status 2")
  func refusals() throws {
    let (postgres, mariadb) = (try LivePostgres.shared.get(), try LiveMariaDB.shared.get())
    let cases: [(url: String, words: String)] = [
      ("postgres://u@127.0.0.1:\(LiveProcess.freePort())/d", "Cannot connect"),
      ("mysql://u@127.0.0.1:\(LiveProcess.freePort())/d", "Cannot connect"),
      (postgres.url("no_such"), "no such database"), (mariadb.url("no_such"), "no such database"),
      (postgres.url(user: "nobody_known"), "not accepted (code 28000)"),
      (postgres.url(user: "guarded"), "not accepted"),
      (mariadb.url(user: "guarded"), "not accepted (code 1045)"),
    ]
    for (url, words) in cases {
      let password = url.contains("guarded") ? "wr0ng-secret" : ""
      let scan = try LiveScan(
        url, environment: ["PGPASSWORD": password, "MYSQL_PWD": password])
      #expect(scan.outcome.status == 2)
      #expect(scan.tables == ["": "skipped/unreadable/0"])
      #expect(scan.outcome.errorText.contains(words), "\(scan.outcome.errorText)")
      for text in [scan.outcome.errorText, scan.outcome.text] {
        #expect(!text.contains("wr0ng-secret") && !text.contains("nobody_known"))
      }
    }
  }

  @Test("A server without TLS is not talked to over a network, unless the URL allows it")
  func encryption() throws {
    let (postgres, mariadb) = (try LivePostgres.shared.get(), try LiveMariaDB.shared.get())
    for url in [
      postgres.url() + "?sslmode=verify-full", postgres.url() + "?sslmode=require",
      mariadb.url() + "?ssl-mode=verify-identity", mariadb.url() + "?ssl-mode=required",
    ] {
      let scan = try LiveScan(url)
      #expect(scan.tables == ["": "skipped/unreadable/0"])
      #expect(scan.outcome.errorText.contains("cannot be trusted"), "\(scan.outcome.errorText)")
    }
    let allowed = try LiveScan(postgres.url("locked") + "?sslmode=disable")
    #expect(allowed.tables["public.b"] == "scanned//1")
  }

  @Test(
    "A password in a URL is refused and never repeated",
    arguments: [
      ["db", "postgres://u:s3cret@127.0.0.1/d"], ["db", "mysql://u:s3cret@127.0.0.1/d"],
      ["db", "postgres://127.0.0.1/d?password=s3cret"],
      ["db", "postgres://127.0.0.1/d?user=u&sslpassword=s3cret"],
      ["postgres://u:s3cret@127.0.0.1/d"], ["scan", "mysql://u:s3cret@127.0.0.1/d"],
      ["audit", "mariadb://u:s3cret@127.0.0.1/d"], ["db", "pg://u:s3cret@127.0.0.1/d"],
    ])
  func passwords(arguments: [String]) throws {
    for language in ["en", "zh"] {
      let outcome = try Program.scanner.run(arguments + ["--lang", language])
      #expect(outcome.status == 64)
      #expect(!outcome.errorText.isEmpty)
      #expect(!(outcome.errorText + outcome.text).contains("s3cret"))
    }
  }

  @Test(
    "Options that make no sense are wrong usage",
    arguments: [
      ["--full", "--sample", "5"], ["--sample", "0"], ["--timeout", "0"], ["--include", "x"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Program.scanner.run(["db", "postgres://127.0.0.1/d"] + arguments)
    #expect(outcome.status == 64)
  }
}
