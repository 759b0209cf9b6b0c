import Foundation
import Glibc

/// A MariaDB server in a folder of its own, on a socket there and on the loopback.
final class LiveMariaDB: @unchecked Sendable {
  static let shared = Result { try LiveMariaDB() }

  let scratch: Scratch
  let port: UInt16
  private let server: LiveProcess
  private static let user = getuid() == 0 ? "mysql" : NSUserName()

  /// One that offers TLS, whose certificate is for the address.
  static let encrypted = Result {
    try LiveMariaDB(certificates: LiveTLSTests.certificates.get())
  }

  /// - Parameter certificates: sign the server's own; such a server has little in it.
  private init(certificates: LiveCertificates? = nil) throws {
    scratch = try LiveProcess.folder(of: Self.user)
    port = LiveProcess.freePort()
    let folder = scratch.path
    try LiveProcess.rows(
      LiveProcess.words(
        [
          "mariadb-install-db", "--no-defaults", "--datadir=" + folder + "/data",
          "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-log-bin",
        ], as: Self.user))
    let program = ["/usr/sbin/mariadbd", "/usr/local/sbin/mariadbd"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    var tls: [String] = []
    if let certificates {
      try certificates.sign("IP:127.0.0.1", into: folder, for: Self.user)
      tls = ["--ssl-cert=\(folder)/server.pem", "--ssl-key=\(folder)/server.key"]
    }
    server = try LiveProcess(
      [
        program ?? "mariadbd", "--no-defaults", "--datadir=" + folder + "/data",
        "--socket=" + folder + "/s", "--port=\(port)", "--bind-address=127.0.0.1",
        "--pid-file=" + folder + "/pid", "--innodb-flush-log-at-trx-commit=0",
        "--innodb-buffer-pool-size=32M", "--innodb-log-file-size=16M",
        "--character-set-server=utf8mb4", "--general-log", "--general-log-file=" + folder + "/all",
      ] + tls, as: Self.user, in: folder)
    try LiveProcess.wait { (try? query("SELECT 1", in: "mysql")) != nil }
    guard certificates == nil else {
      try run(
        "CREATE DATABASE shop; CREATE TABLE shop.a AS SELECT '13912345678' AS mobile", in: "mysql")
      return
    }
    try run(LiveMariaDBSchema.script, in: "mysql")
  }

  func url(_ database: String = "shop", user: String = "root") -> String {
    "mysql://\(user)@127.0.0.1:\(port)/\(database)"
  }

  /// Every statement that the server was given since it started.
  func log() throws -> String { String(decoding: try scratch.bytes(of: "all"), as: UTF8.self) }

  private var client: [String] {
    [
      "mariadb", "--no-defaults", "--socket=" + scratch.path + "/s", "--user=root",
      "--default-character-set=utf8mb4",
    ]
  }

  func run(_ script: String, in database: String) throws {
    try LiveProcess.rows(client + [database], input: script)
  }

  func query(_ statement: String, in database: String = "shop") throws -> [[String]] {
    try LiveProcess.rows(client + ["-N", "-B", database], input: statement)
  }
}
