/// Statements that are read for nothing but their text.
extension SQLLexer {
  /// Reads to the end of the statement, or to the line that begins the next one.
  ///
  /// - Returns: `closed`, or `open` when the text ended first.
  func skipStatement() -> SQLValueEnd {
    if delimiter != [SQLBytes.semicolon] { return skipToDelimiter() }
    // What was read, given back or not, may have been the end.
    if last == .symbol(SQLBytes.semicolon) || last == .statementStart {
      hasDelimiters = hasDelimiters || last != .statementStart
      return .closed
    }
    keepsText = false
    defer { keepsText = true }
    var last: UInt8 = 0
    while let byte = skipPlain(&last) {
      switch byte {
      case SQLBytes.semicolon:
        cursor.position += 1
        hasDelimiters = true
        return .closed
      case SQLBytes.lineFeed:
        cursor.position += 1
        cursor.look(SQLStatementStart.lookaheadInBytes)
        if cursor.isStatement(at: cursor.position) {
          return .closed
        }
      default:
        if skipQuoted(byte, after: last) == .statementStart { return .closed }
      }
      last = byte
    }
    return .open
  }

  /// Reads the body of a routine, in which `;` ends only inner statements, up to the `;` behind its
  /// last `END`.
  ///
  /// - Returns: `closed`, or `open` when the text ended first.
  func skipRoutine() -> SQLValueEnd {
    if delimiter != [SQLBytes.semicolon] { return skipToDelimiter() }
    var depth = 0
    while true {
      switch next() {
      case .end: return .open
      case .statementStart: return .closed
      case .symbol(SQLBytes.semicolon) where depth <= 0: return .closed
      case .word where isText("begin") || isText("case"): depth += 1
      case .word where isText("end"):
        let following = next()
        if following == .word, isText(oneOf: ["if", "loop", "while", "repeat", "for"]) { continue }
        depth -= 1
        if following != .word { unread(following) }
      default: continue
      }
    }
  }

  /// Reads to the delimiter that `DELIMITER` set, or to the line that sets another one.
  private func skipToDelimiter() -> SQLValueEnd {
    var last: UInt8 = 0
    while let byte = skipPlain(&last) {
      if byte == delimiter[0], delimiter.indices.allSatisfy({ cursor.peek($0) == delimiter[$0] }) {
        cursor.position += delimiter.count
        return .closed
      }
      if byte == SQLBytes.lineFeed {
        cursor.position += 1
        if cursor.matches("delimiter ") { return .closed }
      } else if byte == SQLBytes.semicolon || byte == delimiter[0] {
        cursor.position += 1
      } else if skipQuoted(byte, after: last) == .statementStart {
        return .closed
      }
      last = byte
    }
    return .open
  }

  /// Skips to the next byte that may mean something; nil at the end. `last` becomes the byte before
  /// it.
  private func skipPlain(_ last: inout UInt8) -> UInt8? {
    let ending = delimiter[0]
    while true {
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = cursor.buffer.end
      var index = cursor.position
      while index < end {
        let byte = bytes[index]
        switch byte {
        case SQLBytes.lineFeed, SQLBytes.quote, SQLBytes.doubleQuote, SQLBytes.backtick,
          SQLBytes.semicolon, UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "/"),
          UInt8(ascii: "*"), UInt8(ascii: "$"), ending:
          cursor.position = index
          return byte
        default:
          last = byte
          index += 1
        }
      }
      cursor.position = index
      guard cursor.more() else { return nil }
    }
  }

  /// Skips the string, name or comment that begins at the position, or one byte.
  private func skipQuoted(_ byte: UInt8, after last: UInt8) -> SQLToken {
    switch byte {
    case SQLBytes.quote:
      let isExtended = cursor.dialect.hasDollarQuotes && SQLBytes.lowercased(last) == 0x65
      return readString(byte, escapes: isExtended ? .postgres : cursor.dialect.escapes)
    case SQLBytes.doubleQuote, SQLBytes.backtick:
      return next()
    case UInt8(ascii: "$") where !SQLBytes.isWord(last):
      beginText()
      if skipDollarString() { return .string }
    default:
      if skipComment(byte) { return .symbol(byte) }
    }
    cursor.position += 1
    return .symbol(byte)
  }
}
