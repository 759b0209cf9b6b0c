/// Cuts the part of a dump that is not data into tokens, with their escapes undone.
///
/// Values are not its business: `SQLRowReader` and `SQLCopyReader` read them from the window.
final class SQLLexer {
  /// Bytes of a token that are kept; of longer ones the rest is read and not kept. Longer than any
  /// name (128 bytes in Oracle and SQL Server) and any comment of MySQL (2,048 characters).
  static let longestTokenInBytes = 16 * 1024
  /// A quoted name that is longer is none: its quote stands alone.
  static let longestNameInBytes = 512

  let cursor: SQLCursor
  /// The text of the last token.
  var text: [UInt8] = []
  /// What ends a statement: `;` unless `DELIMITER` says otherwise.
  var delimiter: [UInt8] = [SQLBytes.semicolon]
  /// The last token in lower case, if it is a short word; else empty.
  private var word = ""
  /// The text of strings is of interest.
  var keepsText = true
  /// A comment or a string was read since this was last set to false.
  var sawProse = false
  /// What comes next is the first of its line.
  private var isAtLineStart = true
  private(set) var frame = SQLDumpFrame()
  /// A statement ended with its delimiter; so one without it is not whole.
  var hasDelimiters = false
  /// The text ended within a comment or a string.
  var isCut = false
  /// The token that `next` gave last in this statement.
  private(set) var last = SQLToken.end
  private var unread: SQLToken?
  /// `/*!` that are open.
  private var conditionals = 0

  init(_ cursor: SQLCursor) {
    self.cursor = cursor
  }

  // MARK: Tokens

  /// The next token.
  ///
  /// - Parameter stopsAtStatements: gives `statementStart`, without reading on, at a line that
  ///   begins a new statement.
  func next(stopsAtStatements: Bool = false) -> SQLToken {
    last = read(stopsAtStatements: stopsAtStatements)
    return last
  }

  private func read(stopsAtStatements: Bool) -> SQLToken {
    if let token = unread {
      unread = nil
      return token
    }
    skipBlank()
    guard let byte = cursor.peek() else { return .end }
    if isAtLineStart, stopsAtStatements {
      cursor.look(SQLStatementStart.lookaheadInBytes)
      if cursor.isStatement(at: cursor.position) {
        return .statementStart
      }
    }
    isAtLineStart = false
    beginText()
    if SQLBytes.isWord(byte) || byte == UInt8(ascii: ".") && isDigit(ahead: 1) {
      return readWord()
    }
    switch byte {
    case SQLBytes.quote:
      return readString(SQLBytes.quote, escapes: cursor.dialect.escapes)
    case SQLBytes.doubleQuote where cursor.dialect.hasDoubleQuotedStrings:
      return readString(SQLBytes.doubleQuote, escapes: cursor.dialect.escapes)
    case SQLBytes.doubleQuote, SQLBytes.backtick:
      return readName(closing: byte)
    case UInt8(ascii: "["):
      guard let first = cursor.peek(1), SQLBytes.isLetter(first) else { break }
      return readName(closing: UInt8(ascii: "]"))
    default: break
    }
    cursor.position += 1
    return .symbol(byte)
  }

  /// Forgets what the last statement left behind.
  func beginStatement() {
    unread = nil
    last = .end
    sawProse = false
    cursor.bookmark = nil
    cursor.suspect = nil
  }

  /// Gives the last token once more. Its text must not have changed.
  func unread(_ token: SQLToken) {
    unread = token
  }

  /// Whether the last token's text is `word`, which is in lower case.
  func isText(_ word: String) -> Bool {
    if !self.word.isEmpty { return self.word == word }
    guard text.count == word.utf8.count else { return false }
    return zip(text, word.utf8).allSatisfy { SQLBytes.lowercased($0) == $1 }
  }

  /// Whether the last token's text is one of `words`, which are in lower case.
  func isText(oneOf words: [String]) -> Bool {
    words.contains { isText($0) }
  }

  /// The last token's text; invalid bytes are replaced.
  var textString: String { String(decoding: text, as: UTF8.self) }

  /// Begins the text of a token.
  func beginText() {
    text.removeAll(keepingCapacity: true)
    word = ""
  }

  func keep(_ byte: UInt8) {
    if text.count < Self.longestTokenInBytes { text.append(byte) }
  }

  private func isDigit(ahead: Int) -> Bool {
    cursor.peek(ahead).map(SQLBytes.isDigit) ?? false
  }

  private func readWord() -> SQLToken {
    if cursor.peek() == UInt8(ascii: "$"), skipDollarString() { return .string }
    // A dot goes on a number, and ends a name.
    var isNumber = true
    reading: while true {
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = buffer.end
      var index = cursor.position
      while index < end {
        let byte = bytes[index]
        if !SQLBytes.isDigit(byte) {
          if byte == UInt8(ascii: ".") ? !isNumber : !SQLBytes.isWord(byte) {
            cursor.position = index
            break reading
          }
          isNumber = isNumber && byte == UInt8(ascii: ".")
        }
        keep(byte)
        index += 1
      }
      cursor.position = index
      guard cursor.more() else { break }
    }
    word = text.count <= 32 ? String(decoding: text.map(SQLBytes.lowercased), as: UTF8.self) : ""
    guard text.count <= 12, cursor.peek() == SQLBytes.quote else { return .word }
    if isText("e") { return readString(SQLBytes.quote, escapes: .postgres) }
    if isText(oneOf: ["n", "b", "x"]) || text.first == UInt8(ascii: "_") {
      return readString(SQLBytes.quote, escapes: cursor.dialect.escapes)
    }
    return .word
  }

  private func readName(closing: UInt8) -> SQLToken {
    let opening = cursor.peek() ?? closing
    var length = 1
    while let byte = cursor.peek(length), length <= Self.longestNameInBytes {
      if byte == closing {
        guard cursor.peek(length + 1) == closing else {
          cursor.position += length + 1
          return .name
        }
        length += 1
      }
      keep(byte)
      length += 1
    }
    text.removeAll(keepingCapacity: true)
    cursor.position += 1
    return .symbol(opening)
  }

  // MARK: Blanks and comments

  /// Skips blanks, comments and the marks of conditional comments. Where rows are read, comments
  /// are pushed as text.
  func skipBlank() {
    while let byte = cursor.peek() {
      if SQLBytes.isBlank(byte) {
        isAtLineStart = byte == SQLBytes.lineFeed
        cursor.position += 1
        continue
      }
      guard skipComment(byte) else { return }
    }
  }

  /// Skips the comment that begins at the position, if one does.
  func skipComment(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"):
      guard cursor.peek(1) == byte else { return false }
      if cursor.dialect.needsBlankAfterDashes, let third = cursor.peek(2), third > 0x20 {
        return false
      }
      cursor.look(SQLDumpFrame.lookaheadInBytes)
      let buffer = cursor.buffer
      frame.note(lineAt: cursor.position, in: buffer.bytes)
      asText { skipLine() }
    case UInt8(ascii: "#"):
      guard cursor.dialect.hasHashComments else { return false }
      asText { skipLine() }
    case UInt8(ascii: "/"):
      guard cursor.peek(1) == UInt8(ascii: "*") else { return false }
      isAtLineStart = false
      if skipConditionalMark() { return true }
      asText { skipBlockComment() }
    case UInt8(ascii: "*"):
      guard conditionals > 0, cursor.peek(1) == UInt8(ascii: "/") else { return false }
      conditionals -= 1
      cursor.position += 2
    default: return false
    }
    return true
  }

  /// Skips the rest of the line, up to its line break.
  func skipLine() {
    while true {
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = cursor.buffer.end
      var index = cursor.position
      while index < end, bytes[index] != SQLBytes.lineFeed { index += 1 }
      cursor.position = index
      if index < end || !cursor.more() { return }
    }
  }

  private func asText(_ skip: () -> Void) {
    sawProse = true
    let isAmongRows = cursor.textStart == nil
    if isAmongRows { cursor.beginText() }
    skip()
    if isAmongRows { cursor.endText() }
  }

  /// Skips `/*!40101` or `/*M!100100`. What such a comment holds is SQL; only MariaDB's first line
  /// (`/*M!999999\- enable the sandbox mode */`) names a version that never comes.
  private func skipConditionalMark() -> Bool {
    guard cursor.dialect.hasConditionalComments else { return false }
    var length = 2
    if cursor.peek(length) == UInt8(ascii: "M") { length += 1 }
    guard cursor.peek(length) == UInt8(ascii: "!") else { return false }
    length += 1
    var version = 0
    while length < 12, let digit = cursor.peek(length), SQLBytes.isDigit(digit) {
      version = version * 10 + Int(digit - 0x30)
      length += 1
    }
    guard version < 999_999 else { return false }
    conditionals += 1
    cursor.position += length
    return true
  }

  /// Skips to the next line break, `first` or `second`, which it gives; nil at the end.
  func skip(to first: UInt8, _ second: UInt8) -> UInt8? {
    while true {
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = buffer.end
      var index = cursor.position
      while index < end {
        let byte = bytes[index]
        if byte == first || byte == second || byte == SQLBytes.lineFeed {
          cursor.position = index
          return byte
        }
        index += 1
      }
      cursor.position = index
      guard cursor.more() else { return nil }
    }
  }

  private func skipBlockComment() {
    cursor.position += 2
    var depth = 1
    while depth > 0, let byte = skip(to: UInt8(ascii: "*"), UInt8(ascii: "/")) {
      let next = cursor.peek(1)
      if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        depth -= 1
        cursor.position += 2
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*"), cursor.dialect.nestsComments {
        depth += 1
        cursor.position += 2
      } else {
        cursor.position += 1
        if byte == SQLBytes.lineFeed { noteSuspect() }
      }
    }
    if depth > 0, !returnToSuspect() { isCut = true }
    cursor.suspect = nil
  }

  // MARK: Suspects

  /// Remembers the line that begins at the position if it looks like a new statement.
  func noteSuspect() {
    guard cursor.suspect == nil else { return }
    cursor.look(SQLStatementStart.lookaheadInBytes)
    if cursor.isStatement(at: cursor.position) {
      cursor.suspect = cursor.position
    }
  }

  /// Goes back to the suspect, if there is one: what was read since was not what it seemed.
  @discardableResult
  func returnToSuspect() -> Bool {
    guard let suspect = cursor.suspect else { return false }
    cursor.suspect = nil
    cursor.position = suspect
    cursor.noteMalformed(at: suspect)
    return true
  }
}
