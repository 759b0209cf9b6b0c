/// Reads values of rows that are more than a plain string or word: with escapes, longer than the
/// window, in hexadecimal digits, wrapped in functions.
///
/// **When a quote never closes.** A line within a string that looks like a new statement is a
/// suspect, nothing more: a column may hold SQL, or a letter whose signature begins with `-- `. It
/// counts, and the row is given up there, if
/// - the next quote that could close the string is followed by something that cannot follow a
///   value (a value is followed by `,` `)` `:` or `|`; after a quote that *opens* comes its text), or
/// - the text ends before the string closes, or
/// - the string outgrows the window, in a dump that never writes line breaks into strings.
/// A value that rightly holds such a line passes: quotes within it are escaped, so the next bare
/// quote is its end. Without a suspect a bare quote directly before a letter or digit does not
/// close the string (`'O'Brien'`, as careless exports write it), and is noted as malformed.
final class SQLValueReader {
  let cursor: SQLCursor
  let copy: ValueCopy<SQLCursor>

  init(_ cursor: SQLCursor) {
    self.cursor = cursor
    copy = ValueCopy(cursor)
  }

  // MARK: Strings

  /// Reads the string whose opening quote stands at the position; ends behind its closing quote.
  func readString(_ quote: UInt8, escapes: ValueEscapes, column: Int) -> SQLValueEnd {
    var index = cursor.position + 1
    copy.begin(at: index)
    while true {
      copy.appendRun(from: &index, quote: quote, escapes: escapes)
      guard look(1, at: &index, column: column) else { return giveUp(column: column) }
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      guard index < cursor.buffer.end else {
        if copy.suspect != nil { return giveUp(column: column) }
        return finish(.cut, at: index, column: column)
      }
      switch bytes[index] {
      case SQLBytes.lineFeed:
        guard look(1 + SQLStatementStart.lookaheadInBytes, at: &index, column: column) else {
          return giveUp(column: column)
        }
        copy.bytes.append(SQLBytes.lineFeed)
        index += 1
        if cursor.isStatementOrComment(at: index) {
          copy.noteSuspect(at: index)
        }
      case SQLBytes.backslash:
        guard look(ValueEscapes.longestInBytes, at: &index, column: column) else {
          return giveUp(column: column)
        }
        let buffer = cursor.buffer
        index += escapes.undo(at: index, in: buffer.bytes, into: &copy.bytes)
        if escapes != .none { copy.resume(at: index) }
      case quote:
        // Room for the blanks and comma, or the other quote, that follow.
        guard look(SQLStatementStart.lookaheadInBytes, at: &index, column: column) else {
          return giveUp(column: column)
        }
        switch meaning(ofQuoteAt: index, quote: quote) {
        case .closes: return finish(.closed, at: index + 1, column: column)
        case .opensStatement: return giveUp(column: column)
        case .isText:
          cursor.noteMalformed(at: index)
          copy.bytes.append(quote)
          index += 1
        case .isDoubled:
          copy.bytes.append(quote)
          index += 2
          copy.resume(at: index)
        case .goesOn(let next):
          index = next
          copy.resume(at: index)
        }
      default: continue
      }
    }
  }

  /// Reads Oracle's `'[…]'` behind a `q` (Oracle Database SQL Language Reference 19c, "Text Literals"):
  /// the character behind the quote, or the bracket that closes it, ends the string before a quote.
  /// The opening quote stands at the position; ends behind the closing one.
  func readQuoted(column: Int) -> SQLValueEnd {
    guard let opening = cursor.peek(1) else {
      cursor.position += 1
      return .cut
    }
    let brackets: [UInt8: UInt8] = [0x28: 0x29, 0x3C: 0x3E, 0x5B: 0x5D, 0x7B: 0x7D]
    let closing = brackets[opening] ?? opening
    var index = cursor.position + 2
    copy.begin(at: index)
    while true {
      guard look(SQLStatementStart.lookaheadInBytes, at: &index, column: column) else {
        return giveUp(column: column)
      }
      let end = cursor.buffer.end
      guard index < end else {
        if copy.suspect != nil { return giveUp(column: column) }
        return finish(.cut, at: index, column: column)
      }
      let byte = cursor.byte(at: index)
      if byte == closing, index + 1 < end, cursor.byte(at: index + 1) == SQLBytes.quote {
        return finish(.closed, at: index + 2, column: column)
      }
      copy.bytes.append(byte)
      index += 1
      if byte == SQLBytes.lineFeed, cursor.isStatementOrComment(at: index) {
        copy.noteSuspect(at: index)
      }
    }
  }

  private enum QuoteMeaning {
    case closes
    case isDoubled
    /// Another string follows, which is the same value: `'…' '…'`.
    case goesOn(at: Int)
    case isText
    /// The quote belongs to the statement that begins at the suspect.
    case opensStatement
  }

  private func meaning(ofQuoteAt index: Int, quote: UInt8) -> QuoteMeaning {
    let buffer = cursor.buffer
    let bytes = buffer.bytes
    let end = cursor.buffer.end
    guard index + 1 < end else { return .closes }
    let next = bytes[index + 1]
    if next == quote { return .isDoubled }
    if next == SQLBytes.comma || next == SQLBytes.close { return .closes }
    var follower = index + 1
    while follower < end, SQLBytes.isBlank(bytes[follower]) { follower += 1 }
    guard follower < end else { return .closes }
    switch bytes[follower] {
    case SQLBytes.comma, SQLBytes.close, UInt8(ascii: ":"), UInt8(ascii: "|"): return .closes
    case _ where copy.suspect != nil: return .opensStatement
    case quote: return .goesOn(at: follower + 1)
    default: return SQLBytes.isLetter(next) || SQLBytes.isDigit(next) ? .isText : .closes
    }
  }

  // MARK: Hexadecimal digits

  /// Reads a run of hexadecimal digits from the position on, and pushes the text they spell, or,
  /// if they spell none, the digits; ends behind them.
  ///
  /// The first piece of a value that is longer than the window decides for all of them.
  func readHex(column: Int) -> SQLValueEnd {
    var index = cursor.position
    let spellsText = isTextInHex(from: &index)
    copy.begin(at: index)
    while true {
      _ = look(2, at: &index, column: column)
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      guard index < cursor.buffer.end, let high = SQLBytes.hexDigit(bytes[index]) else { break }
      if spellsText, index + 1 < cursor.buffer.end, let low = SQLBytes.hexDigit(bytes[index + 1]) {
        copy.bytes.append(high << 4 | low)
        index += 2
        copy.resume(at: index)
      } else {
        copy.bytes.append(bytes[index])
        index += 1
      }
    }
    let end: SQLValueEnd = index < cursor.buffer.end ? .closed : .cut
    return finish(end, at: index, column: column)
  }

  /// Whether the digits at `index`, as far as the window can show them, are UTF-8 text.
  private func isTextInHex(from index: inout Int) -> Bool {
    cursor.anchor = index
    var census = SQLTextCensus()
    var next = index
    while true {
      while next + 1 < cursor.buffer.end {
        let buffer = cursor.buffer
        let bytes = buffer.bytes
        guard let high = SQLBytes.hexDigit(bytes[next]) else {
          return census.isText(complete: true)
        }
        guard let low = SQLBytes.hexDigit(bytes[next + 1]) else { return false }
        census.count(high << 4 | low)
        next += 2
      }
      cursor.position = index
      let grew = cursor.more()
      next -= index - cursor.position
      index = cursor.position
      cursor.anchor = index
      if !grew { return census.isText(complete: cursor.buffer.isAtEnd) }
    }
  }

  // MARK: Pieces

  /// Makes `count` bytes from `index` visible, or all there are, pushing pieces where the window is
  /// full. False where reading must go back to the suspect.
  func look(_ count: Int, at index: inout Int, column: Int) -> Bool {
    while index + count > cursor.buffer.end {
      switch copy.more(at: &index) {
      case .grew: continue
      case .end: return true
      case .full:
        if copy.suspect != nil, !cursor.dialect.hasLineBreaksInStrings { return false }
        copy.slice(column: column)
      }
    }
    return true
  }

  /// Pushes the rest of the value, which ends at window index `index`.
  func finish(_ end: SQLValueEnd, at index: Int, column: Int) -> SQLValueEnd {
    copy.finish(column: column)
    cursor.position = index
    return end
  }

  /// Pushes what stands before the suspect, and goes back to it.
  func giveUp(column: Int) -> SQLValueEnd {
    guard let suspect = copy.suspect else {
      return finish(.cut, at: cursor.position, column: column)
    }
    copy.finish(upTo: suspect.offset, column: column)
    cursor.position = suspect.index
    cursor.noteMalformed(at: suspect.index)
    return .broken
  }
}
