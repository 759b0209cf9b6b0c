/// Tells whether a text is a SQL dump, and how it was written.
///
/// A dump says so in its first comments, or else it begins with a statement and holds one that
/// makes or fills a table, at the start of a line. A program's source, or a letter, that only
/// mentions such a statement begins with something else.
struct SQLRecognition {
  /// Comments by which exporting programs name themselves.
  private static let programs: [(pattern: String, dialect: SQLDialect)] = [
    ("-- mysql dump ", .mysqldump), ("-- mariadb dump ", .mysqldump),
    ("-- postgresql database dump", .pgDump), ("-- postgresql database cluster dump", .pgDump),
    ("-- kingbase database dump", .pgDump), ("-- kingbase database cluster dump", .pgDump),
    ("-- phpmyadmin sql dump", .mysql), ("-- adminer ", .mysql), ("-- heidisql", .mysql),
  ]
  /// Words with which the first statement of a dump begins.
  private static let firstWords: Set<String> = [
    "alter", "begin", "comment", "copy", "create", "declare", "delete", "delimiter", "drop", "exec",
    "go", "grant", "if", "insert", "lock", "pragma", "print", "prompt", "rem", "replace", "select",
    "set", "start", "truncate", "update", "use",
  ]
  private static let extensions: Set<String> = ["ddl", "dump", "sql"]

  private var program: SQLDialect?
  private var beginsWithStatement = false
  private var isSurelyNotMySQL = false
  private var hasTables = false
  private var hasConditionalComments = false

  /// - Parameters:
  ///   - head: the beginning of the text.
  ///   - fileExtension: in lower case, empty if there is none.
  /// - Returns: the dialect, or nil if the text is no dump. Cost: one pass over `head`, and a few
  ///   more if it is a dump.
  static func dialect(head: Span<UInt8>, fileExtension: String) -> SQLDialect? {
    var recognition = SQLRecognition()
    let isNamed = extensions.contains(fileExtension)
    recognition.readLines(head, isNamed: isNamed)
    if let program = recognition.program { return program }
    guard
      recognition.hasTables
        ? recognition.beginsWithStatement || isNamed
        : recognition.beginsWithStatement && fileExtension == "sql"
    else { return nil }
    return recognition.isSurelyNotMySQL ? .standard : recognition.unnamedDialect(head)
  }

  private mutating func readLines(_ head: Span<UInt8>, isNamed: Bool) {
    var index = 0
    var isFirst = true
    while index < head.count, program == nil {
      // Neither by its name nor by its first statement: only a program that names itself makes it a dump.
      if !isFirst, !beginsWithStatement, !isNamed {
        return readPrograms(index..<head.count, in: head)
      }
      let end = Self.lineEnd(from: index, in: head)
      while index < end, SQLBytes.isBlank(head[index]) { index += 1 }
      var next = end + 1
      if index < end, isFirst || Self.mayTell(head, at: index) {
        if Self.isPair(at: index, UInt8(ascii: "/"), UInt8(ascii: "*"), in: head) {
          if Self.isConditional(at: index, in: head) {
            hasConditionalComments = true
            beginsWithStatement = beginsWithStatement || isFirst
            isFirst = false
          } else {
            // What stands behind the comment on its last line is not looked at.
            let close = head.firstIndex(of: UInt8(ascii: "*"), UInt8(ascii: "/"), from: index)
            next = min(head.count, Self.lineEnd(from: close, in: head) + 1)
            readPrograms(min(end + 1, next)..<next, in: head)
          }
        } else if Self.isPair(at: index, UInt8(ascii: "-"), UInt8(ascii: "-"), in: head) {
          readProgram(at: index, in: head)
        } else if head[index] != UInt8(ascii: "#") {
          readStatement(from: index, to: end, isFirst: isFirst, in: head)
          isFirst = false
        }
      }
      index = next
    }
  }

  /// The index of the line feed that ends the line at `index`, or the number of bytes.
  private static func lineEnd(from index: Int, in head: Span<UInt8>) -> Int {
    head.firstIndex(
      of: SQLBytes.lineFeed, or: SQLBytes.lineFeed, or: SQLBytes.lineFeed, from: index)
  }

  /// Reads the lines of `range` that begin with `--`, up to one that names a program.
  private mutating func readPrograms(_ range: Range<Int>, in head: Span<UInt8>) {
    let dash = UInt8(ascii: "-")
    let lines = head.extracting(..<range.upperBound)
    var index = lines.firstIndex(of: dash, dash, from: range.lowerBound)
    while index < lines.count, program == nil {
      var first = index
      while first > range.lowerBound, head[first - 1] != SQLBytes.lineFeed,
        SQLBytes.isBlank(head[first - 1])
      {
        first -= 1
      }
      if first == range.lowerBound || head[first - 1] == SQLBytes.lineFeed {
        readProgram(at: index, in: head)
      }
      while index < lines.count, head[index] == dash { index += 1 }
      index = lines.firstIndex(of: dash, dash, from: index)
    }
  }

  /// Whether a line of `head` from `index` on, which is not the first, may be a comment, or a statement that makes
  /// or fills a table: what the lines of programs are refused by.
  private static func mayTell(_ head: Span<UInt8>, at index: Int) -> Bool {
    let first = head[index]
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "-") { return true }
    guard index + 4 < head.count else { return false }
    let word = (0..<4).reduce(0 as UInt32) { $0 << 8 | UInt32(head[index + $1] | 0x20) }
    switch word {
    // crea(te), copy, inse(rt), repl(ace)
    case 0x6372_6561, 0x636F_7079, 0x696E_7365, 0x7265_706C: return true
    default: return false
    }
  }

  private static func isPair(
    at index: Int, _ first: UInt8, _ second: UInt8, in head: Span<UInt8>
  ) -> Bool {
    index + 1 < head.count && head[index] == first && head[index + 1] == second
  }

  /// Whether a comment at `index` is one of MySQL's or MariaDB's that are read: `/*!`, `/*M!`.
  private static func isConditional(at index: Int, in head: Span<UInt8>) -> Bool {
    var next = index + 2
    if next < head.count, head[next] | 0x20 == UInt8(ascii: "m") { next += 1 }
    return next < head.count && head[next] == UInt8(ascii: "!")
  }

  private mutating func readProgram(at index: Int, in head: Span<UInt8>) {
    guard Self.isPair(at: index, UInt8(ascii: "-"), UInt8(ascii: "-"), in: head) else { return }
    for (pattern, dialect) in Self.programs
    where SQLBytes.matches(pattern, at: index, in: head) {
      program = dialect
    }
  }

  private mutating func readStatement(
    from index: Int, to end: Int, isFirst: Bool, in head: Span<UInt8>
  ) {
    var word: [UInt8] = []
    var next = index
    while next < end, word.count < 12, SQLBytes.isLetter(head[next]) {
      word.append(SQLBytes.lowercased(head[next]))
      next += 1
    }
    let first = String(decoding: word, as: UTF8.self)
    if isFirst {
      let isMetaCommand =
        SQLBytes.matches("\\connect ", at: index, in: head)
        || SQLBytes.matches("\\restrict ", at: index, in: head)
        || SQLBytes.matches("\\set ", at: index, in: head)
      beginsWithStatement = Self.firstWords.contains(first) || isMetaCommand
    }
    switch first {
    // SQLite's dumps begin with one of these; MySQL, whose backslashes are escapes, knows neither.
    case "pragma" where isFirst: isSurelyNotMySQL = true
    case "begin" where isFirst && SQLBytes.matches(" transaction", at: next, in: head):
      isSurelyNotMySQL = true
    case "insert", "replace":
      hasTables = hasTables || Self.isInsert(from: next, to: end, in: head)
    case "create":
      hasTables = hasTables || Self.isTable(from: next, in: head)
    case "copy":
      hasTables =
        hasTables || Self.line(from: next, to: end, holds: " from stdin;", in: head)
        || Self.line(from: next, to: end, holds: " from stdin ", in: head)
    default: break
    }
  }

  /// Whether `INTO name`, `[name]` or `name.name`, and then `(`, VALUES or the line's end, stand
  /// behind INSERT.
  private static func isInsert(from start: Int, to end: Int, in head: Span<UInt8>) -> Bool {
    var index = start
    for modifier in [" ignore", " into", " table"] {
      index += SQLBytes.length(of: modifier, at: index, in: head) ?? 0
    }
    while index < end, SQLBytes.isBlank(head[index]) { index += 1 }
    let name = index
    var quote: UInt8?
    while index < end {
      let byte = head[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == SQLBytes.backtick || byte == SQLBytes.doubleQuote {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        quote = UInt8(ascii: "]")
      } else if !SQLBytes.isWord(byte), byte != UInt8(ascii: ".") {
        break
      }
      index += 1
    }
    guard index > name, quote == nil else { return false }
    while index < end, SQLBytes.isBlank(head[index]) { index += 1 }
    return index >= end || head[index] == SQLBytes.open
      || SQLBytes.matches("value", at: index, in: head)
      || SQLBytes.matches("select ", at: index, in: head)
      || SQLBytes.matches("partition", at: index, in: head)
  }

  /// Whether TABLE, and words that may stand before it, follow CREATE.
  private static func isTable(from start: Int, in head: Span<UInt8>) -> Bool {
    var index = start
    for modifier in [
      " or replace", " global", " local", " temporary", " temp", " unlogged", " foreign",
      " external",
      " column",
    ] {
      index += SQLBytes.length(of: modifier, at: index, in: head) ?? 0
    }
    return SQLBytes.matches(" table ", at: index, in: head)
  }

  private static func line(
    from start: Int, to end: Int, holds pattern: String, in head: Span<UInt8>
  ) -> Bool {
    for index in start..<max(start, end)
    where SQLBytes.matches(pattern, at: index, in: head) {
      return true
    }
    return false
  }

  // MARK: Dialects of dumps that do not say who wrote them

  private static let marksOfPgDump = [
    "set statement_timeout = ", "select pg_catalog.set_config(", "-- data for name: ",
  ]
  private static let marksOfPostgres = [
    " from stdin", "pg_catalog.", "sys_catalog.", "search_path", "standard_conforming_strings",
    "::text",
    "character varying", "source server type : postgresql", "nextval('",
  ]
  private static let marksOfMysqldump = [
    "*!40000 alter table ", "set @saved_cs_client ", "*!40101 set character_set_client ",
    "*!50503 set character_set_client ", "-- dump completed on ",
  ]
  private static let marksOfMySQL = [
    " into `", " table `", " exists `", "engine=", "engine = ", "auto_increment",
    "source server type : mysql", "source server type : mariadb", "set foreign_key_checks",
  ]

  private func unnamedDialect(_ head: Span<UInt8>) -> SQLDialect {
    if hasConditionalComments || Self.holds(Self.marksOfMySQL, in: head) {
      return Self.holds(Self.marksOfMysqldump, in: head) ? .mysqldump : .mysql
    }
    if Self.holds(Self.marksOfPgDump, in: head) { return .pgDump }
    if Self.holds(Self.marksOfPostgres, in: head) { return .postgres }
    return Self.hasEscapedQuotes(head) ? .mysql : .standard
  }

  private static func holds(_ patterns: [String], in head: Span<UInt8>) -> Bool {
    patterns.contains { line(from: 0, to: head.count, holds: $0, in: head) }
  }

  /// Whether `\'` mostly stands amid a text, as an escaped quote does, and not before what follows
  /// a value, as a backslash at the end of one does.
  private static func hasEscapedQuotes(_ head: Span<UInt8>) -> Bool {
    var balance = 0
    var index = 0
    while index + 2 < head.count {
      if head[index] == SQLBytes.backslash {
        if head[index + 1] == SQLBytes.quote {
          let next = head[index + 2]
          let isEnd = next == SQLBytes.comma || next == SQLBytes.close || next == SQLBytes.semicolon
          balance += isEnd ? -1 : 1
        } else if head[index + 1] == SQLBytes.doubleQuote {
          balance += 1
        }
        index += 1
      }
      index += 1
    }
    return balance > 0
  }
}
