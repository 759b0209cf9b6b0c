import Findings

/// Reads `COPY table (columns) FROM stdin;` and the lines behind it, up to `\.`.
/// (PostgreSQL 15 manual, COPY, "Text Format".)
final class SQLCopyReader {
  private let cursor: SQLCursor
  private let lexer: SQLLexer
  private let catalogue: SQLCatalogue
  private let copy: ValueCopy<SQLCursor>
  private var escapes = ValueEscapes.copy
  /// The table and the columns of the last statement; `\.` was not seen behind it.
  private var open: (table: Int?, columns: SQLColumnMap, isWide: Bool)?
  private var cutter: BlockCutter

  init(_ lexer: SQLLexer, catalogue: SQLCatalogue) {
    cursor = lexer.cursor
    self.lexer = lexer
    self.catalogue = catalogue
    copy = ValueCopy(lexer.cursor)
    cutter = BlockCutter(lexer.cursor.buffer, lexer.cursor.sink.blockLimits)
  }

  /// Reads the statement whose first word, `COPY`, was read and stands at the cursor's bookmark.
  func read() -> SQLValueEnd {
    if let start = cursor.bookmark { cursor.splitText(at: start) }
    lexer.sawProse = false
    var token = lexer.next(stopsAtStatements: true)
    guard let name = lexer.readQualifiedName(from: token) else {
      return lexer.skipStatement()
    }
    var names: [String]?
    token = lexer.next(stopsAtStatements: true)
    if token == .symbol(SQLBytes.open) {
      names = lexer.readNames()
      token = lexer.next(stopsAtStatements: true)
    }
    guard token == .word, lexer.isText("from"), lexer.next() == .word, lexer.isText("stdin") else {
      return lexer.skipStatement()
    }
    var hasOptions = false
    while true {
      token = lexer.next(stopsAtStatements: true)
      if token == .symbol(SQLBytes.semicolon) { break }
      if token == .end { return .cut }
      if token == .statementStart { return .broken }
      hasOptions = true
    }
    lexer.skipLine()
    if cursor.peek() != nil { cursor.position += 1 }
    cursor.bookmark = nil
    if hasOptions { return readText() }
    lexer.sawProse ? cursor.endText() : cursor.dropText()
    let table = catalogue.table(name)
    var columns = SQLColumnMap.byPosition
    if let table {
      columns =
        names.map { catalogue.columnMap($0, in: table) } ?? catalogue.storedColumns(of: table)
    }
    catalogue.announce(table)
    let isWide = names.map { $0.count > 1 } ?? false
    open = (table, columns, isWide)
    let end = readRows(columns, isWide: isWide, table: table)
    cursor.anchor = nil
    cursor.beginText()
    return end
  }

  /// Takes over the statement that another reading ended with.
  func adopt(_ other: SQLCopyReader) {
    open = other.open
  }

  /// Reads a source that holds only lines, those of the last statement or of the first table.
  ///
  /// - Returns: `cut` if lines of COPY end without `\.`, or another line is not whole.
  func readFile(escapes: ValueEscapes) -> SQLValueEnd {
    self.escapes = escapes
    let table = open?.table ?? catalogue.firstTable
    var columns = open?.columns ?? .byPosition
    if open == nil, let table, !catalogue.hasColumns(countFields(), in: table) {
      columns = catalogue.storedColumns(of: table)
    }
    catalogue.announce(table)
    var end = readRows(columns, isWide: open?.isWide ?? false, table: table)
    cursor.anchor = nil
    if case .closed = end, cursor.peek() != nil {
      // What stands behind the rows is read, whatever it is.
      cursor.beginText()
      while cursor.peek() != nil {
        lexer.skipLine()
        if cursor.peek() != nil { cursor.position += 1 }
      }
      cursor.endText()
    } else if case .cut = end, escapes == .mysql, endsWithLine {
      end = .closed
    }
    return end
  }

  /// An outfile ends with its last line.
  private var endsWithLine: Bool {
    let position = cursor.position
    return position == 0 || cursor.byte(at: position - 1) == SQLBytes.lineFeed
  }

  /// The fields of the first line, as far as the window shows it.
  private func countFields() -> Int {
    cursor.look(64 * 1024)
    let buffer = cursor.buffer
    let bytes = buffer.bytes
    var count = 1
    var index = cursor.position
    while index < cursor.buffer.end, bytes[index] != SQLBytes.lineFeed {
      if bytes[index] == 0x09 { count += 1 }
      index += bytes[index] == SQLBytes.backslash ? 2 : 1
    }
    return count
  }

  /// Reads a block from its first line on.
  func read(_ block: SQLBlock, isWide: Bool, table: Int?) -> SQLValueEnd {
    catalogue.announce(table)
    return readRows(block.columns, isWide: isWide, table: table)
  }

  /// Reads the lines of a block in another format (CSV, another delimiter) as text.
  private func readText() -> SQLValueEnd {
    while cursor.peek() != nil {
      if isEnd() {
        lexer.skipLine()
        return .closed
      }
      lexer.skipLine()
      if cursor.peek() != nil { cursor.position += 1 }
    }
    return .cut
  }

  /// Whether the line at the position is `\.`.
  private func isEnd() -> Bool {
    guard escapes == .copy, cursor.peek() == SQLBytes.backslash, cursor.peek(1) == UInt8(ascii: ".")
    else {
      return false
    }
    guard let third = cursor.peek(2) else { return true }
    return third == SQLBytes.lineFeed || third == 0x0D
  }

  // MARK: Rows

  private func readRows(
    _ columns: SQLColumnMap, isWide: Bool, table: Int?
  ) -> SQLValueEnd {
    while true {
      if escapes == .copy, cursor.sink.takesBlocks, cutter.mayCut(at: cursor.position) {
        handOver(columns, isWide, table)
      }
      guard let first = cursor.peek() else { return .cut }
      if first == SQLBytes.backslash, isEnd() {
        lexer.skipLine()
        return .closed
      }
      if isWide, isNewStatement(first) {
        cursor.noteMalformed(at: cursor.position)
        return .broken
      }
      if cursor.sink.isCancelled { return .closed }
      cursor.beginRecord()
      let end = readRow(columns)
      cursor.sink.endRecord()
      guard case .closed = end else { return end }
    }
  }

  /// Hands lines from the position on over, if there are enough of them.
  private func handOver(_ columns: SQLColumnMap, _ isWide: Bool, _ table: Int?) {
    var scan = SQLCopyScan()
    let cut = cutter.cut(from: cursor.position, by: &scan)
    cursor.position = cut.position
    guard !cut.bytes.isEmpty else { return }
    cursor.sink.handOver(
      SQLBlock(
        bytes: cut.bytes, start: cut.start, dialect: cursor.dialect,
        table: table.map(catalogue.shape(of:)), columns: columns, rows: .copy(isWide: isWide)))
  }

  /// Whether the block ends without its `\.`: the line begins a statement and, other than the lines
  /// of a table of several columns, holds no tab.
  private func isNewStatement(_ first: UInt8) -> Bool {
    guard SQLBytes.isLetter(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "/")
    else {
      return false
    }
    cursor.look(SQLStatementStart.lookaheadInBytes)
    guard
      cursor.isStatementOrComment(at: cursor.position)
    else { return false }
    cursor.look(512)
    let buffer = cursor.buffer
    let bytes = buffer.bytes
    var index = cursor.position
    while index < cursor.buffer.end, bytes[index] != SQLBytes.lineFeed {
      if bytes[index] == 0x09 { return false }
      index += 1
    }
    return true
  }

  private func readRow(_ columns: SQLColumnMap) -> SQLValueEnd {
    let buffer = cursor.buffer
    let sink = cursor.sink
    var value = 0
    while true {
      let bytes = buffer.bytes
      let end = buffer.end
      var start = cursor.position
      var pushed = 0
      defer { cursor.count(pushed) }
      var isOpen = true
      while start < end {
        var index = start
        index = bytes.firstIndex(
          of: 0x09, or: SQLBytes.lineFeed, or: SQLBytes.backslash, from: index)
        guard index < end else { break }
        let ending = bytes[index]
        if ending == SQLBytes.backslash {
          // `\N` and nothing else is NULL.
          guard index == start, index + 2 < end, bytes[index + 1] == UInt8(ascii: "N"),
            bytes[index + 2] == 0x09 || bytes[index + 2] == SQLBytes.lineFeed
          else {
            isOpen = index + 2 >= end
            break
          }
          sink.absent(column: columns[value])
          value += 1
          start = index + 3
          if bytes[index + 2] == 0x09 { continue }
          cursor.position = start
          return .closed
        }
        let isLast = ending == SQLBytes.lineFeed
        // A carriage return is written `\r`; a bare one came with the line breaks of Windows.
        let last = isLast && index > start && bytes[index - 1] == 0x0D ? index - 1 : index
        if last > start {
          buffer.pushing(at: start)
          pushed += last - start
          sink.field(
            bytes.extracting(start..<last), core: 0..<last - start, column: columns[value],
            isWhole: true)
        } else {
          sink.absent(column: columns[value])
        }
        value += 1
        start = index + 1
        if isLast {
          cursor.position = start
          return .closed
        }
      }
      cursor.position = start
      // As in `SQLRowReader`: one more look at a value at the window's end, then the slow way.
      if isOpen, !buffer.isAtEnd, start > 0 || start == end, cursor.more() { continue }
      switch readSlowly(column: columns[value]) {
      case SQLBytes.lineFeed: return .closed
      case nil: return .cut
      default: value += 1
      }
    }
  }

  /// Reads a field that holds escapes or is longer than the window, and the tab or line break
  /// behind it, which it gives; nil at the end.
  private func readSlowly(column: Int) -> UInt8? {
    var index = cursor.position
    // A lone `\N`, with what follows it.
    cursor.look(4)
    if isNull() {
      cursor.sink.absent(column: column)
      cursor.position += 2
      if cursor.peek() == 0x0D { cursor.position += 1 }
      guard let ending = cursor.peek() else { return nil }
      cursor.position += 1
      return ending
    }
    index = cursor.position
    copy.begin(at: index)
    var endsInBareReturn = false
    while true {
      look(ValueEscapes.longestInBytes, at: &index, column: column)
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = cursor.buffer.end
      guard index < end else {
        copy.finish(column: column)
        cursor.position = index
        return nil
      }
      var byte = bytes[index]
      while byte != 0x09, byte != SQLBytes.lineFeed, byte != SQLBytes.backslash {
        copy.bytes.append(byte)
        endsInBareReturn = byte == 0x0D
        index += 1
        guard index < end else { break }
        byte = bytes[index]
      }
      guard index < end else { continue }
      if byte == SQLBytes.backslash {
        // The escape may reach beyond the window; the next turn makes room for it.
        guard index + ValueEscapes.longestInBytes <= end || cursor.buffer.isAtEnd else { continue }
        index += escapes.undo(at: index, in: bytes, into: &copy.bytes)
        copy.resume(at: index)
        endsInBareReturn = false
        continue
      }
      let drops = endsInBareReturn && byte == SQLBytes.lineFeed
      copy.finish(upTo: drops ? copy.bytes.count - 1 : nil, column: column)
      cursor.position = index + 1
      return byte
    }
  }

  private func isNull() -> Bool {
    guard cursor.peek() == SQLBytes.backslash, cursor.peek(1) == UInt8(ascii: "N") else {
      return false
    }
    guard let next = cursor.peek(2) else { return true }
    return next == 0x09 || next == SQLBytes.lineFeed
      || next == 0x0D && cursor.peek(3) == SQLBytes.lineFeed
  }

  private func look(_ count: Int, at index: inout Int, column: Int) {
    while index + count > cursor.buffer.end {
      switch copy.more(at: &index) {
      case .grew: continue
      case .end: return
      case .full: copy.slice(column: column)
      }
    }
  }
}
