import Findings

/// One reading of one dump: tells statements apart and hands each to the reader that knows it.
struct SQLDumpRun {
  private let cursor: SQLCursor
  private let lexer: SQLLexer
  private let catalogue: SQLCatalogue
  private let inserts: SQLInsertReader
  private let copies: SQLCopyReader
  private let settings: SQLSettings

  init(_ cursor: SQLCursor) {
    self.cursor = cursor
    lexer = SQLLexer(cursor)
    catalogue = SQLCatalogue(cursor)
    inserts = SQLInsertReader(lexer, catalogue: catalogue)
    copies = SQLCopyReader(lexer, catalogue: catalogue)
    settings = SQLSettings(lexer, catalogue: catalogue)
  }

  /// Reads a block of rows, which may end amid a statement.
  func read(_ block: SQLBlock) {
    let table = block.table.flatMap { catalogue.define($0, generated: []) }
    switch block.rows {
    case .inserts(let head): _ = inserts.read(block, head: head, table: table)
    case .copy(let isWide): _ = copies.read(block, isWide: isWide, table: table)
    }
    cursor.anchor = nil
    _ = readStatements()
  }

  func read() {
    let isCut = readStatements()
    catalogue.announceEmptyTables()
    // A read error explains the end, and is told by the owner of the buffer.
    guard !cursor.sink.isCancelled, cursor.buffer.gap == nil else { return }
    if isCut || lexer.isCut || lexer.frame.isOpen {
      cursor.sink.gap(Gap(.truncated, at: cursor.byteOffset(at: cursor.buffer.end)))
    }
  }

  /// Reads up to the end; true if the last statement is not whole.
  private func readStatements() -> Bool {
    var isCut = false
    cursor.beginText()
    while !cursor.sink.isCancelled {
      lexer.beginStatement()
      lexer.skipBlank()
      guard let byte = cursor.peek() else { break }
      let end = readStatement(byte)
      cursor.anchor = nil
      cursor.beginText()
      switch end {
      case .cut: isCut = true
      case .open: isCut = lexer.hasDelimiters
      case .closed, .broken: isCut = false
      }
    }
    cursor.endText()
    return isCut
  }

  private func readStatement(_ byte: UInt8) -> SQLValueEnd {
    if byte == SQLBytes.semicolon {
      cursor.position += 1
      return .closed
    }
    if byte == SQLBytes.backslash, cursor.dialect.hasCopyBlocks {
      inserts.forgetHead()
      return settings.readMetaCommand()
    }
    if lexer.delimiter != [SQLBytes.semicolon], !cursor.matches("delimiter ") {
      return lexer.skipStatement()
    }
    guard SQLBytes.isLetter(byte) else {
      // One byte at least, so that reading goes on whatever it is.
      _ = lexer.next()
      return lexer.skipStatement()
    }
    if let end = inserts.readRepeated() { return end }
    cursor.bookmark = cursor.position
    _ = lexer.next()
    if lexer.isText(oneOf: ["insert", "replace"]) { return inserts.read() }
    if lexer.isText("copy"), cursor.dialect.hasCopyBlocks { return copies.read() }
    cursor.bookmark = nil
    inserts.forgetHead()
    if lexer.isText("create") { return readCreate() }
    if lexer.isText("comment") { return readComment() }
    if lexer.isText("use") { return settings.readUse() }
    if lexer.isText(oneOf: ["set", "select"]) { return settings.readSet() }
    if lexer.isText("delimiter") { return settings.readDelimiter() }
    if lexer.isText("go") { return .closed }
    return lexer.skipStatement()
  }

  /// Reads what is created, and the table if it is one.
  private func readCreate() -> SQLValueEnd {
    for _ in 0..<12 {
      let token = lexer.next(stopsAtStatements: true)
      guard
        token == .word || token == .symbol(UInt8(ascii: "=")) || token == .name
          || token == .string || token == .symbol(UInt8(ascii: "@"))
      else {
        lexer.unread(token)
        break
      }
      guard token == .word else { continue }
      if lexer.isText("table") {
        var table = SQLTableReader(lexer, catalogue: catalogue)
        return table.read()
      }
      if lexer.isText(oneOf: ["trigger", "procedure", "function", "package", "event"]) {
        return lexer.skipRoutine()
      }
      if lexer.isText(oneOf: ["view", "index", "database", "schema", "type", "virtual"]) { break }
    }
    return lexer.skipStatement()
  }

  /// Reads `COMMENT ON TABLE t IS '…'` and `COMMENT ON COLUMN t.c IS '…'`.
  private func readComment() -> SQLValueEnd {
    guard lexer.next(stopsAtStatements: true) == .word, lexer.isText("on"),
      lexer.next(stopsAtStatements: true) == .word, lexer.isText(oneOf: ["table", "column"])
    else { return lexer.skipStatement() }
    let isColumn = lexer.isText("column")
    let first = lexer.next(stopsAtStatements: true)
    guard var parts = lexer.readQualifiedName(from: first),
      lexer.next(stopsAtStatements: true) == .word, lexer.isText("is")
    else { return lexer.skipStatement() }
    let token = lexer.next(stopsAtStatements: true)
    guard token == .string else {
      lexer.unread(token)
      return lexer.skipStatement()
    }
    let text = String(
      decoding: lexer.text.prefix(SQLCatalogue.longestCommentInBytes), as: UTF8.self)
    let column = isColumn ? parts.popLast() : nil
    if !parts.isEmpty { catalogue.comment(text, table: parts, column: column) }
    return lexer.skipStatement()
  }
}
