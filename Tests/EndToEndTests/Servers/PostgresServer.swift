import Foundation

/// A PostgreSQL server on a socket in a folder of its own, fast and careless of its data.
final class PostgresServer: @unchecked Sendable {
  static let shared = Result { try PostgresServer() }

  let scratch: Scratch
  private let server: ServerProcess
  private static let user = "postgres"

  /// Where Debian keeps the programs of the newest version that is there.
  static let programs: String = {
    let base = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    let newest = versions.compactMap(Int.init).max()
    return newest.map { "\(base)/\($0)/bin" } ?? "/usr/bin"
  }()

  private init() throws {
    scratch = try Scratch()
    let folder = scratch.path
    try ServerProcess.open(folder, to: Self.user)
    let setup = [
      Self.programs + "/initdb", "-D", folder + "/data", "-U", Self.user, "-A", "trust", "-E",
      "UTF8", "--locale=C.UTF-8", "--no-sync",
    ]
    try Command.run(ServerProcess.words(setup, as: Self.user))
    let settings = [
      "listen_addresses=", "fsync=off", "full_page_writes=off", "synchronous_commit=off",
      "autovacuum=off", "shared_buffers=32MB", "max_connections=20",
    ]
    server = try ServerProcess(
      [Self.programs + "/postgres", "-D", folder + "/data", "-k", folder]
        + settings.flatMap { ["-c", $0] }, as: Self.user, in: folder)
    try ServerProcess.wait { (try? query("SELECT 1", in: "postgres")) != nil }
  }

  /// The options by which every client program finds the server.
  var connection: [String] { ["-h", scratch.path, "-U", Self.user] }

  func run(_ script: String, in database: String) throws {
    try Command.run(
      [Self.programs + "/psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"] + connection + [
        "-d", database,
      ],
      input: script)
  }

  /// The rows that `statement` gives, cells as text.
  func query(_ statement: String, in database: String) throws -> [[String]] {
    let output = try Command.run(
      [Self.programs + "/psql", "-X", "-q", "-A", "-t", "-F", "\t"] + connection + [
        "-d", database,
      ],
      input: statement)
    return Self.rows(output)
  }

  static func rows(_ output: [UInt8]) -> [[String]] {
    String(decoding: output, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Runs `pg_dump` or a sister of it with standard output in the file `name`; gives its path.
  @discardableResult
  func dump(_ program: String, _ options: [String], to name: String) throws -> String {
    let path = scratch.path + "/" + name
    try Command.run([Self.programs + "/" + program] + connection + options, output: path)
    return path
  }
}
