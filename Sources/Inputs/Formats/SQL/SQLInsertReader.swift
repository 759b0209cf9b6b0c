/// Reads INSERT and REPLACE statements.
///
/// Dumps with a statement per row repeat the same head before each. The last head is kept, and one
/// that begins with the same bytes is not read again.
final class SQLInsertReader {
  /// A longer head is read anew each time.
  private static let longestHeadInBytes = 8 * 1024

  private let cursor: SQLCursor
  private let lexer: SQLLexer
  private let catalogue: SQLCatalogue
  private let rows: SQLRowReader
  /// The bytes from `INSERT` to `VALUES` of the last statement; empty if there is none to reuse.
  private var head: [UInt8] = []
  private var table: Int?
  private var columns = SQLColumnMap.byPosition

  init(_ lexer: SQLLexer, catalogue: SQLCatalogue) {
    cursor = lexer.cursor
    self.lexer = lexer
    self.catalogue = catalogue
    rows = SQLRowReader(lexer)
  }

  /// Forgets the last head: a table, a database or a schema has changed.
  func forgetHead() {
    head.removeAll(keepingCapacity: true)
  }

  /// Reads the statement that begins at the position as the last INSERT did. Nil if none does.
  func readRepeated() -> SQLValueEnd? {
    guard !head.isEmpty else { return nil }
    cursor.look(head.count)
    guard cursor.position + head.count <= cursor.buffer.end else { return nil }
    let buffer = cursor.buffer
    let bytes = buffer.bytes
    for index in head.indices where bytes[cursor.position + index] != head[index] { return nil }
    cursor.splitText(at: cursor.position)
    cursor.position += head.count
    cursor.dropText()
    return readRows()
  }

  /// Reads the statement whose first word, `INSERT` or `REPLACE`, was read and stands at the
  /// cursor's bookmark.
  func read() -> SQLValueEnd {
    if let start = cursor.bookmark { cursor.splitText(at: start) }
    lexer.sawProse = false
    guard readHead() else {
      return lexer.skipStatement()
    }
    head.removeAll(keepingCapacity: true)
    if lexer.sawProse {
      cursor.endText()
    } else {
      keepHead()
      cursor.dropText()
    }
    cursor.bookmark = nil
    return readRows()
  }

  private func keepHead() {
    guard let start = cursor.bookmark, cursor.position - start <= Self.longestHeadInBytes else {
      return
    }
    let buffer = cursor.buffer
    let bytes = buffer.bytes
    for index in start..<cursor.position { head.append(bytes[index]) }
  }

  /// Reads a block from its first row on.
  func read(
    _ block: SQLBlock, head: [UInt8], table: Int?
  ) -> SQLValueEnd {
    self.head = head
    self.table = table
    columns = block.columns
    return readRows()
  }

  private func readRows() -> SQLValueEnd {
    catalogue.announce(table)
    let end = rows.readRows(columns, head: head) { [catalogue, table] in
      table.map(catalogue.shape(of:))
    }
    cursor.anchor = nil
    guard case .closed = end else { return end }
    if cursor.peek() == SQLBytes.semicolon {
      cursor.position += 1
      lexer.hasDelimiters = true
      return .closed
    }
    cursor.beginText()
    // ON DUPLICATE KEY UPDATE …, RETURNING …; or nothing, where statements end without a mark.
    let token = lexer.next(stopsAtStatements: true)
    if token == .end { return .open }
    lexer.unread(token)
    return lexer.skipStatement()
  }

  /// Reads up to the VALUES before the rows. False if there are none: INSERT … SELECT, or SET.
  private func readHead() -> Bool {
    var token = lexer.next(stopsAtStatements: true)
    // IGNORE, LOW_PRIORITY, OR REPLACE, INTO, …; SQL Server may leave INTO out.
    var words = 0
    while token == .word, words < 6, lexer.isText(oneOf: Self.modifiers) {
      let isInto = lexer.isText(oneOf: ["into", "overwrite"])
      token = lexer.next(stopsAtStatements: true)
      words += 1
      if isInto { break }
    }
    if token == .word, lexer.isText("table") { token = lexer.next(stopsAtStatements: true) }
    guard let name = lexer.readQualifiedName(from: token) else {
      lexer.unread(token)
      return false
    }
    var names: [String]?
    while true {
      token = lexer.next(stopsAtStatements: true)
      switch token {
      case .symbol(SQLBytes.open) where names == nil:
        guard let list = lexer.readNames() else { return false }
        names = list
      case .word where lexer.isText(oneOf: ["values", "value"]):
        table = catalogue.table(name)
        columns = .byPosition
        if let table, let names, !names.isEmpty {
          columns = catalogue.columnMap(names, in: table)
        }
        return true
      case .word where lexer.isText(oneOf: ["overriding", "system", "user", "as"]): continue
      case .word where lexer.isText("partition"):
        guard lexer.next() == .symbol(SQLBytes.open), lexer.readNames() != nil else {
          return false
        }
      default:
        lexer.unread(token)
        return false
      }
    }
  }

  private static let modifiers = [
    "abort", "delayed", "fail", "high_priority", "ignore", "into", "low_priority", "or",
    "overwrite", "replace", "rollback",
  ]
}
