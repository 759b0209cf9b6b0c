import Foundation
import Glibc

/// A PostgreSQL server in a folder of its own, on a socket there and on the loopback.
final class LivePostgres: @unchecked Sendable {
  static let shared = Result { try LivePostgres() }

  let scratch: Scratch
  let port: UInt16
  private let server: LiveProcess
  private static let user = getuid() == 0 ? "postgres" : NSUserName()

  /// Where Debian keeps the programs of the newest version that is there.
  private static let programs: String = {
    let base = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    return versions.compactMap(Int.init).max().map { "\(base)/\($0)/bin" } ?? "/usr/bin"
  }()

  /// One that offers TLS, whose certificate is for `localhost` and not for the address.
  static let encrypted = Result {
    try LivePostgres(certificates: LiveTLSTests.certificates.get())
  }

  /// - Parameter certificates: sign the server's own; such a server has little in it.
  private init(certificates: LiveCertificates? = nil) throws {
    scratch = try LiveProcess.folder(of: Self.user)
    port = LiveProcess.freePort()
    let folder = scratch.path
    try LiveProcess.rows(
      LiveProcess.words(
        [
          Self.programs + "/initdb", "-D", folder + "/data", "-U", "postgres", "-A", "trust",
          "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
        ], as: Self.user))
    try LiveProcess.rows(
      LiveProcess.words(
        [
          "/bin/sh", "-c",
          "echo 'host all guarded 127.0.0.1/32 scram-sha-256' > $0.new && cat $0 >> $0.new "
            + "&& mv $0.new $0", folder + "/data/pg_hba.conf",
        ], as: Self.user))
    var tls: [String] = []
    if let certificates {
      try certificates.sign("DNS:localhost", into: folder, for: Self.user)
      tls =
        ["-c", "ssl=on"]
        + ["cert", "key"].flatMap {
          ["-c", "ssl_\($0)_file=\(folder)/server.\($0 == "key" ? "key" : "pem")"]
        }
    }
    server = try LiveProcess(
      [
        Self.programs + "/postgres", "-D", folder + "/data", "-k", folder, "-p", "\(port)",
        "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "autovacuum=off",
        "-c", "shared_buffers=32MB", "-c", "log_statement=all", "-c", "log_line_prefix=<%a>",
      ] + tls, as: Self.user, in: folder)
    try LiveProcess.wait { (try? query("SELECT 1", in: "postgres")) != nil }
    try run("CREATE DATABASE shop TEMPLATE template0", in: "postgres")
    guard certificates == nil else {
      try run("CREATE TABLE a AS SELECT '13912345678'::text AS mobile", in: "shop")
      return
    }
    try run(LivePostgresSchema.script, in: "shop")
    try run(LivePostgresSchema.large, in: "large")
    for name in ["ended", "stopped"] {
      try run("CREATE DATABASE \(name) TEMPLATE large", in: "postgres")
    }
    try run(
      "CREATE TABLE a (mobile text); CREATE TABLE b (mobile text); "
        + "INSERT INTO a VALUES ('13912345678'); INSERT INTO b SELECT * FROM a", in: "locked")
  }

  func url(_ database: String = "shop", user: String = "postgres") -> String {
    "postgres://\(user)@127.0.0.1:\(port)/\(database)"
  }

  /// Every statement that the server was given since it started.
  func log() throws -> String { String(decoding: try scratch.bytes(of: "log"), as: UTF8.self) }

  private var client: [String] {
    [Self.programs + "/psql", "-X", "-q", "-h", scratch.path, "-p", "\(port)", "-U", "postgres"]
  }

  func run(_ script: String, in database: String) throws {
    try LiveProcess.rows(client + ["-v", "ON_ERROR_STOP=1", "-d", database], input: script)
  }

  func query(_ statement: String, in database: String = "shop") throws -> [[String]] {
    try LiveProcess.rows(client + ["-A", "-t", "-F", "\t", "-d", database], input: statement)
  }
}
