/// What a file of rows is read by, when a dump consists of many files: the definitions of its table,
/// which stand in a file beside it.
///
/// | rows | definitions | written by |
/// |---|---|---|
/// | `3456.dat` | `toc.dat` | `pg_dump -Fd` |
/// | `t.txt` | `t.sql` | `mysqldump --tab` |
/// | `db.t.00000.sql`, `db.t.sql` | `db.t-schema.sql` | mydumper |
///
/// The name counts without the endings of compressed files. The companion is read when the file of
/// rows is opened, so that each file can be read on its own, in any order.
package struct DumpCompanion: Sendable {
  enum Body {
    /// Statements, of which INSERT names no columns.
    case statements
    /// The rows of the COPY statement that ends the definitions, up to `\.`.
    case copy
    /// Rows of tabs and breaks as `SELECT … INTO OUTFILE` writes them.
    case outfile
  }

  let dialect: SQLDialect
  /// SQL, as it stands in the companion.
  let definitions: [UInt8]
  let body: Body

  /// The encoding that the definitions state for the rows too.
  package var encoding: TextEncoding? { EncodingRecognition.stated(in: definitions) }

  /// The word of `coverage.csv`.
  package var format: String { dialect.formatID }

  /// Reads the rows.
  package var reader: any FormatReader { DumpCompanionReader(companion: self) }

  /// The companion of the file `path`, if it has the name of a file of rows and one lies beside it.
  ///
  /// Cost: a few attempts to open a file for names of these kinds, none for others. A table of
  /// contents is read whole for each file: some milliseconds for a thousand tables.
  package static func find(path: [UInt8]) -> DumpCompanion? { find(path: path, in: DumpFolder()) }

  /// The same, where definitions may lie elsewhere than in a folder.
  static func find(path: [UInt8], in files: some CompanionFiles) -> DumpCompanion? {
    let slash = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let folder = Array(path[..<slash])
    let name = withoutCompression(Array(path[slash...]))
    switch RowsName(name) {
    case .postgres: return rowsOfPostgres(name, in: folder, files)
    case .outfile: return rowsOfOutfile(name, in: folder, files)
    case .statements: return rowsOfMydumper(name, in: folder, files)
    case nil: return nil
    }
  }

  /// What a file may hold, by its name without the endings of compressed files.
  enum RowsName {
    case postgres
    case outfile
    case statements

    init?(_ name: [UInt8]) {
      if ends(name, with: ".dat") {
        guard name.dropLast(4).allSatisfy(SQLBytes.isDigit) else { return nil }
        self = .postgres
      } else if ends(name, with: ".txt") {
        self = .outfile
      } else if ends(name, with: ".sql") {
        guard name.dropLast(4).contains(UInt8(ascii: ".")), !ends(name, with: schemaEnding) else {
          return nil
        }
        self = .statements
      } else {
        return nil
      }
    }
  }

  static let schemaEnding = "-schema.sql"
  static let compressionEndings = [".gz", ".zst", ".lz4", ".xz", ".bz2"]

  static func withoutCompression(_ name: [UInt8]) -> [UInt8] {
    let ending = compressionEndings.first { ends(name, with: $0) }
    return ending.map { Array(name.dropLast($0.utf8.count)) } ?? name
  }

  static func ends(_ name: [UInt8], with ending: String) -> Bool {
    name.count > ending.utf8.count && name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  private static func rowsOfPostgres(
    _ name: [UInt8], in folder: [UInt8], _ files: some CompanionFiles
  ) -> DumpCompanion? {
    guard let toc = files.contents(folder + Array("toc.dat".utf8)),
      let statement = toc.statements[name]
    else { return nil }
    let isCopy = CompanionFile.holds("COPY ", in: statement)
    return DumpCompanion(
      dialect: .pgDump, definitions: toc.definitions + statement,
      body: isCopy ? .copy : .statements)
  }

  private static func rowsOfOutfile(
    _ name: [UInt8], in folder: [UInt8], _ files: some CompanionFiles
  ) -> DumpCompanion? {
    let path = folder + name.dropLast(4) + Array(".sql".utf8)
    // Other texts may lie beside other scripts of their name.
    guard let definitions = files.definitions(path, by: .mysqldump),
      !CompanionFile.holds("\nINSERT INTO ", in: definitions),
      CompanionFile.holds("\nCREATE TABLE ", in: definitions)
    else { return nil }
    return DumpCompanion(dialect: .mysqldump, definitions: definitions, body: .outfile)
  }

  private static func rowsOfMydumper(
    _ name: [UInt8], in folder: [UInt8], _ files: some CompanionFiles
  ) -> DumpCompanion? {
    var stem = Array(name.dropLast(4))
    // db.t.sql, db.t.00000.sql, db.t.00000.00001.sql
    for _ in 0..<3 {
      let path = folder + stem + Array(schemaEnding.utf8)
      if let definitions = files.definitions(path, by: nil) {
        return DumpCompanion(dialect: .mysqldump, definitions: definitions, body: .statements)
      }
      guard let dot = stem.lastIndex(of: UInt8(ascii: ".")), dot + 1 < stem.count,
        stem[(dot + 1)...].allSatisfy(SQLBytes.isDigit)
      else { return nil }
      stem.removeSubrange(dot...)
    }
    return nil
  }
}
