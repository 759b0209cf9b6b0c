import Findings

/// Reads `(…),(…),…`, the rows of an INSERT.
///
/// A string without escapes, or a word, that stands in the window is pushed straight from it; this
/// is the loop that decides the speed. All else goes to `SQLValueReader`.
final class SQLRowReader {
  let cursor: SQLCursor
  private let lexer: SQLLexer
  let values: SQLValueReader
  private var cutter: BlockCutter

  init(_ lexer: SQLLexer) {
    cursor = lexer.cursor
    self.lexer = lexer
    values = SQLValueReader(lexer.cursor)
    cutter = BlockCutter(lexer.cursor.buffer, lexer.cursor.sink.blockLimits)
  }

  /// Reads the rows from the position on; ends behind the last one that is there.
  ///
  /// - Parameters:
  ///   - head: from `INSERT` to `VALUES`; empty if it must be read anew each time.
  ///   - table: of the rows.
  func readRows(_ columns: SQLColumnMap, head: [UInt8], table: () -> TableShape?) -> SQLValueEnd {
    while true {
      if cursor.sink.takesBlocks, cutter.mayCut(at: cursor.position) {
        if handOver(columns, head, table) { return .closed }
      }
      lexer.skipBlank()
      skipRowKeyword()
      guard let byte = cursor.peek() else { return .cut }
      guard byte == SQLBytes.open, !cursor.sink.isCancelled else { return .closed }
      cursor.position += 1
      cursor.beginRecord()
      let end = readRow(columns)
      cursor.sink.endRecord()
      guard case .closed = end else { return end }
      if cursor.peek() != SQLBytes.comma {
        lexer.skipBlank()
        guard cursor.peek() == SQLBytes.comma else { return .closed }
      }
      cursor.position += 1
    }
  }

  /// Hands rows from the position on over, if there are enough of them; true where the statement ends
  /// with them.
  private func handOver(
    _ columns: SQLColumnMap, _ head: [UInt8], _ table: () -> TableShape?
  ) -> Bool {
    var scan = SQLRowScan(head: head, escapes: cursor.dialect.escapes)
    let cut = cutter.cut(from: cursor.position, by: &scan)
    cursor.position = cut.position
    guard !cut.bytes.isEmpty else { return false }
    cursor.sink.handOver(
      SQLBlock(
        bytes: cut.bytes, start: cut.start, dialect: cursor.dialect, table: table(),
        columns: columns, rows: .inserts(head: head)))
    return scan.endsStatement
  }

  /// Skips `ROW`, which the standard and MySQL 8 allow before each row.
  private func skipRowKeyword() {
    guard let byte = cursor.peek(), SQLBytes.lowercased(byte) == UInt8(ascii: "r") else { return }
    if cursor.matches("row(") {
      cursor.position += 3
    } else if cursor.matches("row ("), cursor.matches("row ") {
      cursor.position += 3
      lexer.skipBlank()
    }
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
      /// The value reaches the end of the window, as far as is known.
      var isOpen = true
      while start < end {
        let first = bytes[start]
        var index = start + 1
        if first == SQLBytes.quote {
          index = bytes.firstIndex(
            of: SQLBytes.quote, or: SQLBytes.backslash, or: SQLBytes.lineFeed, from: index)
          guard index + 1 < end else { break }
          let next = bytes[index + 1]
          guard bytes[index] == SQLBytes.quote, next == SQLBytes.comma || next == SQLBytes.close
          else {
            isOpen = false
            break
          }
          let count = index - start - 1
          if count > 0 {
            buffer.pushing(at: start + 1)
            pushed += count
            sink.field(
              bytes.extracting(start + 1..<index), core: 0..<count, column: columns[value],
              isWhole: true)
          } else {
            sink.absent(column: columns[value])
          }
          value += 1
          start = index + 2
          if next == SQLBytes.close {
            cursor.position = start
            return .closed
          }
        } else if Self.isPlainWord(first) {
          while index < end, Self.isPlainWord(bytes[index]) { index += 1 }
          guard index < end else { break }
          let next = bytes[index]
          guard next == SQLBytes.comma || next == SQLBytes.close,
            !Self.isSpecial(start, index, in: bytes)
          else {
            isOpen = false
            break
          }
          if Self.isAbsent(start, index, in: bytes) {
            sink.absent(column: columns[value])
          } else {
            buffer.pushing(at: start)
            pushed += index - start
            sink.field(
              bytes.extracting(start..<index), core: 0..<index - start, column: columns[value],
              isWhole: true)
          }
          value += 1
          start = index + 1
          if next == SQLBytes.close {
            cursor.position = start
            return .closed
          }
        } else if SQLBytes.isBlank(first) {
          if first == SQLBytes.lineFeed {
            guard index + SQLStatementStart.lookaheadInBytes <= end else { break }
            if SQLStatementStart.isStatement(at: index, in: bytes) {
              isOpen = false
              break
            }
          }
          start = index
        } else {
          isOpen = false
          break
        }
      }
      cursor.position = start
      // A value at the window's end is looked at once more when more of it is there, and then read
      // the slow way: many small reads must not mean many looks from its start.
      if isOpen, !buffer.isAtEnd, start > 0 || start == end, cursor.more() { continue }
      switch readSlowly(column: columns[value]) {
      case .value: value += 1
      case .lastValue: return .closed
      case .ended(let end): return end
      }
    }
  }

  private enum Step {
    case value
    case lastValue
    case ended(SQLValueEnd)
  }

  /// Reads the value at the position and the `,` or `)` behind it.
  private func readSlowly(column: Int) -> Step {
    skipLineBreaks()
    guard let byte = cursor.peek() else { return .ended(.cut) }
    if byte == SQLBytes.lineFeed {
      cursor.noteMalformed(at: cursor.position + 1)
      cursor.position += 1
      return .ended(.broken)
    }
    if byte == SQLBytes.close {
      cursor.position += 1
      return .lastValue
    }
    if byte == SQLBytes.comma {
      cursor.sink.absent(column: column)
    } else {
      let end = readValue(column: column)
      cursor.anchor = nil
      guard case .closed = end else { return .ended(end) }
    }
    let isLast = cursor.peek() == SQLBytes.close
    cursor.position += 1
    return isLast ? .lastValue : .value
  }

  /// Skips blanks, up to a line break behind which a new statement begins.
  func skipLineBreaks() {
    while let byte = cursor.peek(), SQLBytes.isBlank(byte) {
      if byte == SQLBytes.lineFeed {
        cursor.look(1 + SQLStatementStart.lookaheadInBytes)
        if cursor.isStatement(at: cursor.position + 1) {
          return
        }
      }
      cursor.position += 1
    }
  }

  /// A byte of a number or of a keyword.
  @inline(__always)
  private static func isPlainWord(_ byte: UInt8) -> Bool {
    SQLBytes.isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
  }

  /// A word that is a hexadecimal number or begins a comment.
  @inline(__always)
  private static func isSpecial(_ start: Int, _ end: Int, in bytes: borrowing Span<UInt8>) -> Bool {
    guard end - start > 1 else { return false }
    let second = bytes[start + 1]
    return second | 0x20 == UInt8(ascii: "x") && bytes[start] == UInt8(ascii: "0")
      || second == UInt8(ascii: "-")
  }

  /// `NULL` or `DEFAULT`.
  @inline(__always)
  private static func isAbsent(_ start: Int, _ end: Int, in bytes: borrowing Span<UInt8>) -> Bool {
    let first = bytes[start] | 0x20
    if end - start == 4, first == UInt8(ascii: "n") {
      return SQLBytes.matches("null", at: start, in: bytes)
    }
    return end - start == 7 && first == UInt8(ascii: "d")
      && SQLBytes.matches("default", at: start, in: bytes)
  }
}
