/// What one family of SQL dumps writes differently from another, as data.
///
/// Readers ask these properties and never the family's name, so a new dialect is a new value.
package struct SQLDialect: Equatable, Sendable {
  /// The word of `coverage.csv`: `mysqldump`, `pg_dump`, or `sql` for all others.
  package var formatID: String
  /// What a backslash means inside a plain `'…'`.
  package var escapes: ValueEscapes
  /// `"…"` is a string, as in MySQL without `ANSI_QUOTES`; else it is a name.
  package var hasDoubleQuotedStrings: Bool
  /// `#` begins a comment that ends with the line.
  package var hasHashComments: Bool
  /// `--` begins a comment only before a blank, as in MySQL, where `5--3` is 8.
  package var needsBlankAfterDashes: Bool
  /// `/* /* */ */` is one comment, as in PostgreSQL.
  package var nestsComments: Bool
  /// `/*! … */` and `/*M! … */` hold statements, as in MySQL and MariaDB.
  package var hasConditionalComments: Bool
  /// `$tag$ … $tag$` is a string.
  package var hasDollarQuotes: Bool
  /// `COPY … FROM stdin` is followed by lines of data, and `\connect` by the name of a database.
  package var hasCopyBlocks: Bool
  /// A string may hold line breaks as they are. Only the dumpers of MySQL and MariaDB never write
  /// one (`mysql_real_escape_string` turns it into `\n`).
  package var hasLineBreaksInStrings: Bool

  /// What `mysqldump` and `mariadb-dump` write.
  package static let mysqldump = SQLDialect(
    formatID: "mysqldump", escapes: .mysql, hasDoubleQuotedStrings: true, hasHashComments: true,
    needsBlankAfterDashes: true, nestsComments: false, hasConditionalComments: true,
    hasDollarQuotes: false, hasCopyBlocks: false, hasLineBreaksInStrings: false)

  /// What `pg_dump` and `pg_dumpall` write as plain text.
  package static let pgDump = SQLDialect(
    formatID: "pg_dump", escapes: .none, hasDoubleQuotedStrings: false, hasHashComments: false,
    needsBlankAfterDashes: false, nestsComments: true, hasConditionalComments: false,
    hasDollarQuotes: true, hasCopyBlocks: true, hasLineBreaksInStrings: true)

  /// Exports for MySQL by other programs (Navicat, phpMyAdmin, scripts).
  package static let mysql: SQLDialect = {
    var dialect = mysqldump
    dialect.formatID = "sql"
    dialect.hasLineBreaksInStrings = true
    return dialect
  }()

  /// Statements for PostgreSQL by other programs.
  package static let postgres: SQLDialect = {
    var dialect = pgDump
    dialect.formatID = "sql"
    return dialect
  }()

  /// Everything else (SQLite, Oracle, SQL Server, DM): strings as in the standard.
  package static let standard: SQLDialect = {
    var dialect = pgDump
    dialect.formatID = "sql"
    dialect.nestsComments = false
    dialect.hasDollarQuotes = false
    return dialect
  }()
}
