/// Statements and commands that change how what follows them is to be read.
final class SQLSettings {
  private let cursor: SQLCursor
  private let lexer: SQLLexer
  private let catalogue: SQLCatalogue
  /// The dialect before any SET.
  private let initial: SQLDialect

  init(_ lexer: SQLLexer, catalogue: SQLCatalogue) {
    self.lexer = lexer
    self.catalogue = catalogue
    cursor = lexer.cursor
    initial = lexer.cursor.dialect
  }

  /// `USE database`, the word read.
  func readUse() -> SQLValueEnd {
    let token = lexer.next(stopsAtStatements: true)
    if let name = lexer.readQualifiedName(from: token)?.last { catalogue.database = name }
    return lexer.skipStatement()
  }

  /// A command of psql: `\connect database`, or another one. It ends with its line.
  func readMetaCommand() -> SQLValueEnd {
    let isConnect = cursor.matches("\\connect ") || cursor.matches("\\c ")
    if isConnect {
      cursor.position += 1
      _ = lexer.next()
      readConnection()
    }
    lexer.skipLine()
    return .closed
  }

  /// The arguments of `\connect`: `school`, `"School"`, or
  /// `-reuse-previous=on "dbname='school'"`.
  private func readConnection() {
    while let byte = cursor.peek(), byte != SQLBytes.lineFeed, byte != 0x0D {
      if byte == UInt8(ascii: "-") {
        while let next = cursor.peek(), next > 0x20 { cursor.position += 1 }
      } else if byte > 0x20 {
        let token = lexer.next()
        guard token == .word || token == .name || token == .string else { return }
        catalogue.database = Self.database(in: lexer.textString)
        catalogue.schema = nil
        return
      } else {
        cursor.position += 1
      }
    }
  }

  private static func database(in connection: String) -> String {
    let parts = connection.split(separator: "'", omittingEmptySubsequences: false)
    if parts.count > 1, parts[0].hasSuffix("dbname=") { return String(parts[1]) }
    return connection
  }

  /// `DELIMITER ;;`, the word read.
  func readDelimiter() -> SQLValueEnd {
    var delimiter: [UInt8] = []
    while let byte = cursor.peek(), byte != SQLBytes.lineFeed {
      if byte > 0x20, delimiter.count < 16 { delimiter.append(byte) }
      cursor.position += 1
    }
    if !delimiter.isEmpty { lexer.delimiter = delimiter }
    return .closed
  }

  /// `SET name = value` or `SELECT pg_catalog.set_config('name', 'value', false)`, the first word
  /// read, as far as it says how strings are written or to which schema names belong.
  func readSet() -> SQLValueEnd {
    var setting = Setting.none
    for _ in 0..<64 {
      let token = lexer.next(stopsAtStatements: true)
      switch token {
      case .end: return .open
      case .statementStart: return .closed
      case .symbol(SQLBytes.semicolon):
        lexer.hasDelimiters = true
        return .closed
      case .word, .string, .name:
        if let named = Setting(lexer) {
          setting = named
        } else if lexer.isText("to") || lexer.isText("set_config") {
          continue
        } else {
          apply(setting, token)
          setting = .none
        }
      default: continue
      }
    }
    return lexer.skipStatement()
  }

  private enum Setting {
    case none
    case searchPath
    case standardStrings
    case sqlMode

    init?(_ lexer: SQLLexer) {
      if lexer.isText("search_path") {
        self = .searchPath
      } else if lexer.isText("standard_conforming_strings") {
        self = .standardStrings
      } else if lexer.isText("sql_mode") {
        self = .sqlMode
      } else {
        return nil
      }
    }
  }

  private func apply(_ setting: Setting, _ token: SQLToken) {
    switch setting {
    case .none: break
    case .searchPath:
      let isDefault = lexer.text.isEmpty || lexer.isText("pg_catalog")
      catalogue.schema = isDefault ? nil : lexer.textString
    case .standardStrings:
      cursor.dialect.escapes = lexer.isText("off") ? .postgres : .none
    case .sqlMode:
      // `SET sql_mode = @saved_sql_mode` brings back what was before.
      let isLiteral = token == .string
      let modes = isLiteral ? lexer.textString.uppercased() : ""
      cursor.dialect.escapes = modes.contains("NO_BACKSLASH_ESCAPES") ? .none : initial.escapes
      cursor.dialect.hasDoubleQuotedStrings =
        modes.contains("ANSI_QUOTES") ? false : initial.hasDoubleQuotedStrings
    }
  }
}
