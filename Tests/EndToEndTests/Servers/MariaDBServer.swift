import Foundation
import Glibc

/// A MariaDB server on a socket in a folder of its own, fast and careless of its data.
final class MariaDBServer: @unchecked Sendable {
  static let shared = Result { try MariaDBServer() }

  let scratch: Scratch
  private let server: ServerProcess
  private static let user = getuid() == 0 ? "mysql" : NSUserName()

  private init() throws {
    scratch = try Scratch()
    let folder = scratch.path
    try ServerProcess.open(folder, to: Self.user)
    let setup = [
      "mariadb-install-db", "--no-defaults", "--datadir=" + folder + "/data",
      "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-log-bin",
    ]
    try Command.run(ServerProcess.words(setup, as: Self.user))
    let program = ["/usr/sbin/mariadbd", "/usr/local/sbin/mariadbd"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    server = try ServerProcess(
      [
        program ?? "mariadbd", "--no-defaults", "--datadir=" + folder + "/data",
        "--socket=" + folder + "/s", "--skip-networking", "--pid-file=" + folder + "/pid",
        "--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync",
        "--innodb-doublewrite=0", "--innodb-buffer-pool-size=32M", "--innodb-log-file-size=16M",
        "--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci",
        "--secure-file-priv=", "--local-infile=0",
      ], as: Self.user, in: folder)
    try ServerProcess.wait { (try? query("SELECT 1", in: "mysql")) != nil }
  }

  /// The options by which every client program finds the server.
  var connection: [String] {
    ["--no-defaults", "--socket=" + scratch.path + "/s", "--user=root"]
  }

  func run(_ script: String, in database: String) throws {
    try Command.run(
      ["mariadb"] + connection + ["--default-character-set=utf8mb4", database], input: script)
  }

  /// The rows that `statement` gives, cells as text.
  func query(_ statement: String, in database: String) throws -> [[String]] {
    let output = try Command.run(
      ["mariadb"] + connection + ["--default-character-set=utf8mb4", "-N", "-B", database],
      input: statement)
    return PostgresServer.rows(output)
  }

  /// Runs `mariadb-dump` with standard output in the file `name`; gives its path.
  @discardableResult
  func dump(_ options: [String], to name: String) throws -> String {
    let path = scratch.path + "/" + name
    try Command.run(["mariadb-dump"] + connection + options, output: path)
    return path
  }

  /// A folder that the server may write into.
  func folder(_ name: String) throws -> String {
    let path = try scratch.makeFolder(name)
    try ServerProcess.open(path, to: Self.user)
    return path
  }
}
