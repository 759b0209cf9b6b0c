import Foundation
import Testing

/// A real PostgreSQL server dumps tables that it counts itself; every dump must give the same counts.
@Suite(.serialized) struct PostgresDumpTests {
  /// A way to dump the shop's tables.
  struct Option: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    /// Tables that a dump in this encoding holds whole; nil for all.
    var tables: Set<String>?
    var isByRoot = false
    /// A few stand for all where there is little time.
    var isQuick = false
    var testDescription: String { name }

    init(
      _ name: String, _ words: [String], only tables: Set<String>? = nil, isByRoot: Bool = false,
      isQuick: Bool = false
    ) {
      self.name = name
      self.words = words
      self.tables = tables
      self.isByRoot = isByRoot
      self.isQuick = isQuick
    }
  }

  /// A character that the encoding lacks ends a dump, so the table of remarks is left out.
  private static let withoutRemarks = ["--exclude-table-data=public.[^a-z]*", "--encoding"]
  private static let chinese: Set<String> = [
    "人事.人员", "人事.教师 \"甲\" 组", "visits_early", "visits_late", "kinds",
  ]

  static let options: [Option] = [
    Option("plain", [], isQuick: true),
    Option("INSERT", ["--inserts"], isQuick: true),
    Option("INSERT with column names", ["--column-inserts"]),
    Option("INSERT of many rows", ["--inserts", "--rows-per-insert=50"]),
    Option(
      "INSERT of many rows, quoted",
      ["--column-inserts", "--rows-per-insert=7", "--quote-all-identifiers"]),
    Option("clean, with CREATE DATABASE", ["--clean", "--if-exists", "--create"]),
    Option("data only", ["--data-only"], isQuick: true),
    Option(
      "data only, INSERT with column names", ["-a", "--column-inserts", "--on-conflict-do-nothing"]),
    Option(
      "without comments",
      ["--no-comments", "--no-owner", "--no-privileges", "--disable-dollar-quoting"]),
    Option("partitions by their root", ["--load-via-partition-root"], isByRoot: true),
    Option("large objects", ["--blobs", "--disable-triggers", "--data-only"]),
    Option("GBK", withoutRemarks + ["GBK"], only: chinese, isQuick: true),
    Option("GB 18030", ["--encoding=GB18030"]),
    Option("GB 18030, INSERT", ["--encoding=GB18030", "--inserts"]),
    // Places have characters that it lacks.
    Option(
      "EUC_CN", ["--exclude-table-data=*.[^a-z]*", "--encoding=EUC_CN"],
      only: ["visits_early", "visits_late", "kinds"]),
    Option("GBK, INSERT", withoutRemarks + ["GBK", "--column-inserts"], only: chinese),
    Option("schema only", ["--schema-only"], only: []),
    Option("custom archive", ["-Fc"], isQuick: true),
    Option("custom archive, not compressed", ["-Fc", "-Z0"]),
    Option("custom archive, GBK", ["-Fc", "-Z9"] + withoutRemarks + ["GBK"], only: chinese),
    Option("custom archive, INSERT", ["-Fc", "--inserts", "--blobs"]),
    Option("custom archive, data only", ["-Fc", "-a"]),
    Option("tar archive", ["-Ft"], isQuick: true),
    Option("tar archive, INSERT", ["-Ft", "--column-inserts"]),
    Option("tar archive, GB 18030", ["-Ft", "--encoding=GB18030"]),
  ]

  static let shared = Result { try PostgresDumps() }

  @Test("The inventory of a dump has the server's own counts", arguments: options)
  func dumps(option: Option) throws {
    guard option.isQuick || Size.isFull else { return }
    let dumps = try Self.shared.get()
    let path = try dumps.server.dump(
      "pg_dump", option.words + ["-d", PostgresSchema.database], to: "dump.sql")
    let known = option.isByRoot ? dumps.shopByRoot : dumps.shop
    let differences = try known.differences(in: path) { option.tables?.contains($0.table) ?? true }
    #expect(differences == [])
  }

  @Test(
    "A folder of pg_dump gives what the server counts",
    arguments: [
      [], ["-Z0"], ["-Z9", "-j2"], ["-Z0", "--inserts"], ["-Z0", "--encoding=GB18030"],
    ])
  func folders(options: [String]) throws {
    let dumps = try Self.shared.get()
    let folder = dumps.server.scratch.path + "/folder" + options.joined()
    try dumps.server.dump(
      "pg_dump", options + ["-Fd", "-f", folder, "-d", PostgresSchema.database], to: "folder.log")
    let differences = try dumps.shop.differences(in: folder)
    #expect(differences == [])
  }

  @Test(
    "A folder of pg_dump in an archive gives what the server counts", arguments: PackedFolder.all)
  func packedFolders(packed: PackedFolder) throws {
    guard Size.isFull || packed.form == .tarGzip || packed.form == .zip else { return }
    let dumps = try Self.shared.get()
    let folder = dumps.server.scratch.path + "/packed \(packed)"
    let options = packed.definesFirst ? ["-Fd"] : ["-Fd", "-Z0"]
    try dumps.server.dump(
      "pg_dump", options + ["-f", folder, "-d", PostgresSchema.database], to: "folder.log")
    let path = try packed.pack(folder, in: dumps.server.scratch) { $0 == "toc.dat" }
    #expect(try dumps.shop.differences(in: path) == [])
  }

  @Test("A dump of all databases tells their tables apart")
  func dumpall() throws {
    let dumps = try Self.shared.get()
    let path = try dumps.server.dump("pg_dumpall", ["--no-role-passwords"], to: "all.sql")
    #expect(try dumps.both.differences(in: path) == [])
  }
}
