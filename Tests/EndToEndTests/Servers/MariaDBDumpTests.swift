import Foundation
import Testing

/// A real MariaDB server dumps tables that it counts itself; every dump must give the same counts.
@Suite(.serialized) struct MariaDBDumpTests {
  /// A way to dump the shop's tables.
  struct Option: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    /// Values in other characters than ASCII do not survive it.
    var losesCharacters = false
    /// A few stand for all where there is little time.
    var isQuick = false
    var testDescription: String { name }

    init(_ name: String, _ words: [String], losesCharacters: Bool = false, isQuick: Bool = false) {
      self.name = name
      self.words = words
      self.losesCharacters = losesCharacters
      self.isQuick = isQuick
    }
  }

  static let options: [Option] = [
    Option("plain", [shop], isQuick: true),
    Option("a statement per row", ["--skip-extended-insert", shop]),
    Option("column names", ["--complete-insert", shop]),
    Option("column names, a statement per row", ["-c", "--skip-extended-insert", shop]),
    Option("hexadecimal blobs", ["--hex-blob", shop], isQuick: true),
    // The program cannot find a trigger of a Chinese name in this encoding.
    Option("GBK", ["--default-character-set=gbk", "--skip-triggers", shop], isQuick: true),
    Option("GBK, column names", ["--default-character-set=gbk", "--skip-triggers", "-c", shop]),
    Option("Big5", ["--default-character-set=big5", "--skip-triggers", shop, "events"]),
    // Nor can it find a table of a Chinese name in this one.
    Option(
      "Latin-1", ["--default-character-set=latin1", shop, "events"], losesCharacters: true),
    Option("UTF-8 of four bytes", ["--default-character-set=utf8mb4", "--hex-blob", shop]),
    Option("for Oracle", utf8 + ["--compatible=oracle", shop]),
    Option("for PostgreSQL", utf8 + ["--compatible=postgresql", shop]),
    Option("for SQL Server", utf8 + ["--compatible=mssql", shop]),
    Option("for old servers", utf8 + ["--compatible=mysql40,no_field_options", shop]),
    Option("ANSI", utf8 + ["--compatible=ansi", "--skip-triggers", shop]),
    Option("without definitions", ["--no-create-info", "--complete-insert", shop]),
    Option(
      "routines", ["--single-transaction", "--routines", "--triggers", "--events", shop],
      isQuick: true),
    Option("XML", utf8 + ["--xml", shop], isQuick: true),
    Option("XML, hexadecimal blobs, no structure", utf8 + ["--xml", "--hex-blob", "-t", shop]),
    Option("REPLACE, no comments", ["--replace", "--skip-comments", "--compact", shop]),
    Option("INSERT IGNORE", ["--insert-ignore", "--skip-opt", "--quick", shop]),
    Option("ordered, with locks", ["--order-by-primary", "--add-locks", "--flush-logs", shop]),
  ]

  private static let shop = MariaDBSchema.database
  private static let utf8 = ["--default-character-set=utf8mb4"]

  static let shared = Result { try MariaDBDumps() }

  @Test("The inventory of a dump has the server's own counts", arguments: options)
  func dumps(option: Option) throws {
    guard option.isQuick || Size.isFull else { return }
    let dumps = try Self.shared.get()
    let path = try dumps.server.dump(option.words, to: "dump.sql")
    let only = option.words.last == MariaDBSchema.database ? nil : option.words.last
    let differences = try dumps.shop.differences(in: path) {
      ($0.isASCII || !option.losesCharacters) && (only ?? $0.table) == $0.table
    }
    #expect(differences == [])
  }

  @Test("Tables of several databases are told apart by their database's name")
  func databases() throws {
    let dumps = try Self.shared.get()
    let path = try dumps.server.dump(
      ["--databases", MariaDBSchema.database, MariaDBSchema.other], to: "several.sql")
    #expect(try dumps.both.differences(in: path) == [])
  }

  @Test("A folder of --tab gives what the server counts")
  func tab() throws {
    let dumps = try Self.shared.get()
    let folder = try dumps.server.folder("tab")
    try dumps.server.dump(["--tab=" + folder, MariaDBSchema.database], to: "tab.log")
    #expect(try dumps.shop.differences(in: folder) == [])
  }

  @Test("A folder of mydumper gives what the server counts", arguments: [[], ["--rows=50"]])
  func mydumper(options: [String]) throws {
    let dumps = try Self.shared.get()
    let folder = try mydumper(options, to: "mydumper\(options.count)")
    let differences = try dumps.shop.differences(in: folder, where: Self.isInMydumper)
    #expect(differences == [])
  }

  @Test("A folder of --tab in an archive gives what the server counts", arguments: PackedFolder.all)
  func packedTab(packed: PackedFolder) throws {
    guard Size.isFull || packed.form == .tarGzip else { return }
    let dumps = try Self.shared.get()
    let folder = try dumps.server.folder("tab-\(packed.form.rawValue)-\(packed.definesFirst)")
    try dumps.server.dump(["--tab=" + folder, MariaDBSchema.database], to: "tab.log")
    let path = try packed.pack(folder, in: dumps.server.scratch) { $0.hasSuffix(".sql") }
    #expect(try dumps.shop.differences(in: path) == [])
  }

  @Test(
    "A folder of mydumper in an archive gives what the server counts", arguments: PackedFolder.all)
  func packedMydumper(packed: PackedFolder) throws {
    guard Size.isFull || packed.form == .tar else { return }
    let dumps = try Self.shared.get()
    let name = "mydumper-\(packed.form.rawValue)-\(packed.definesFirst)"
    let folder = try mydumper(packed.definesFirst ? ["--compress"] : [], to: name)
    let path = try packed.pack(folder, in: dumps.server.scratch) { $0.contains("-schema") }
    #expect(try dumps.shop.differences(in: path, where: Self.isInMydumper) == [])
    #expect(try dumps.shop.differences(in: folder, where: Self.isInMydumper) == [])
  }

  private static func isInMydumper(_ truth: ColumnTruth) -> Bool {
    !truth.table.contains("`") && !truth.isGenerated
  }

  /// - Returns: the folder.
  private func mydumper(_ options: [String], to name: String) throws -> String {
    let dumps = try Self.shared.get()
    let folder = try dumps.server.folder(name)
    let socket = dumps.server.scratch.path + "/s"
    // This version of it stumbles over a backtick in a name.
    try Command.run(
      [
        "mydumper", "--regex", "^shop\\.[^`]*$", "--socket", socket, "--user", "root",
        "--outputdir", folder, "--database",
      ]
        + [MariaDBSchema.database, "--routines", "--triggers", "--events"] + options)
    return folder
  }
}
