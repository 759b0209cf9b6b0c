import Findings

/// Values that are more than a plain string or a word: introduced, wrapped, joined, computed.
extension SQLRowReader {
  /// Functions whose first string is the value; what else they are given is form (`'YYYY-MM-DD'`).
  private static let wrappers: Set<String> = [
    "cast", "convert", "date", "from_base64", "geomfromtext", "hextoraw", "replace",
    "st_geomfromtext", "str_to_date", "time", "timestamp", "to_char", "to_clob", "to_date",
    "to_nclob", "to_number", "to_timestamp", "to_timestamp_tz", "unistr", "utl_raw",
  ]

  /// Reads the value at the position, up to the `,` or `)` behind it.
  func readValue(column: Int) -> SQLValueEnd {
    var depth = 0
    var escapes = cursor.dialect.escapes
    var isHex = false
    while true {
      skipLineBreaks()
      guard let byte = cursor.peek() else { return .cut }
      if isHex, byte == SQLBytes.quote {
        return readIntroduced(by: "x", depth: depth, escapes: escapes, column: column)
      }
      if byte == SQLBytes.quote || byte == SQLBytes.doubleQuote {
        return rest(
          after: values.readString(byte, escapes: escapes, column: column), depth: depth,
          hasString: true, column: column)
      }
      if byte == UInt8(ascii: "0"), let x = cursor.peek(1), x | 0x20 == UInt8(ascii: "x") {
        cursor.position += 2
        return rest(
          after: values.readHex(column: column), depth: depth, hasString: true, column: column)
      }
      guard SQLBytes.isLetter(byte) else { break }
      let (word, length, blanks, next) = peekWord()
      switch next {
      case SQLBytes.quote:
        cursor.position += length + blanks
        return readIntroduced(by: word, depth: depth, escapes: escapes, column: column)
      case SQLBytes.open where Self.wrappers.contains(word):
        cursor.position += length + blanks + 1
        depth += 1
        if word == "replace" { escapes = .sqlite }
        if word == "convert" { skipTypeOfConversion() }
        isHex = word == "hextoraw"
        continue
      case _ where word == "null" || word == "default":
        cursor.position += length
        cursor.sink.absent(column: column)
        return rest(after: .closed, depth: depth, hasString: true, column: column)
      default: break
      }
      break
    }
    return rest(
      after: values.readExpression(column: column), depth: depth, hasString: false, column: column)
  }

  /// Skips the type that SQL Server has first: `CONVERT([date], '2010-01-02', 23)`. MySQL has the value
  /// first.
  private func skipTypeOfConversion() {
    skipLineBreaks()
    guard let byte = cursor.peek(), SQLBytes.isLetter(byte) || byte == UInt8(ascii: "[") else {
      return
    }
    if SQLBytes.isLetter(byte) {
      let (word, _, _, next) = peekWord()
      let isValue = next == SQLBytes.quote || word == "null" || Self.wrappers.contains(word)
      if isValue { return }
    }
    var length = 0
    var depth = 0
    while let next = cursor.peek(length), length < 80 {
      switch next {
      case SQLBytes.open: depth += 1
      case SQLBytes.close: depth -= 1
      case SQLBytes.comma where depth == 0:
        cursor.position += length + 1
        return
      case SQLBytes.quote, SQLBytes.semicolon, SQLBytes.lineFeed: return
      default: break
      }
      length += 1
    }
  }

  /// Reads `_binary '…'`, `N'…'`, `E'…'`, `X'…'`, `b'…'`, `DATE '…'`, `q'[…]'`; the position is at the quote.
  private func readIntroduced(by word: String, depth: Int, escapes: ValueEscapes, column: Int)
    -> SQLValueEnd
  {
    if word == "x" {
      cursor.position += 1
      let end = values.readHex(column: column)
      if cursor.peek() == SQLBytes.quote { cursor.position += 1 }
      return rest(after: end, depth: depth, hasString: true, column: column)
    }
    if word == "q" || word == "nq" {
      return rest(
        after: values.readQuoted(column: column), depth: depth, hasString: true, column: column)
    }
    let end = values.readString(
      SQLBytes.quote, escapes: word == "e" ? .postgres : escapes, column: column)
    return rest(after: end, depth: depth, hasString: true, column: column)
  }

  /// The word at the position in lower case (empty if it is too long for any keyword), its length,
  /// the number of blanks behind it, and the byte behind those.
  private func peekWord() -> (word: String, length: Int, blanks: Int, next: UInt8) {
    cursor.look(SQLStatementStart.lookaheadInBytes)
    let buffer = cursor.buffer
    let bytes = buffer.bytes
    let limit = min(cursor.buffer.end, cursor.position + SQLStatementStart.lookaheadInBytes)
    var word: [UInt8] = []
    var index = cursor.position
    while index < limit, SQLBytes.isWord(bytes[index]) {
      word.append(SQLBytes.lowercased(bytes[index]))
      index += 1
    }
    let length = word.count
    while index < limit, SQLBytes.isBlank(bytes[index]) { index += 1 }
    guard index < limit else { return ("", length, 0, 0) }
    return (
      String(decoding: word, as: UTF8.self), length, index - cursor.position - length, bytes[index]
    )
  }

  /// Skips what follows a string, up to the `,` or `)` behind the value. Strings that are joined to
  /// it (`'…' || '…'`) are pushed too, and so is the first one if none was.
  private func rest(after end: SQLValueEnd, depth: Int, hasString: Bool, column: Int)
    -> SQLValueEnd
  {
    guard case .closed = end else { return end }
    var depth = depth
    var hasString = hasString
    var last: UInt8 = 0
    cursor.anchor = nil
    while true {
      skipLineBreaks()
      guard let byte = cursor.peek() else { return .cut }
      switch byte {
      case SQLBytes.comma, SQLBytes.close:
        if depth == 0 { return .closed }
        if byte == SQLBytes.close { depth -= 1 }
        cursor.position += 1
      case SQLBytes.open:
        depth += 1
        cursor.position += 1
      case SQLBytes.quote, SQLBytes.doubleQuote:
        values.copy.isMuted = hasString && depth > 0 && last != SQLBytes.open
        let end = values.readString(byte, escapes: cursor.dialect.escapes, column: column)
        values.copy.isMuted = false
        hasString = true
        cursor.anchor = nil
        guard case .closed = end else { return end }
      case SQLBytes.semicolon, SQLBytes.lineFeed:
        cursor.noteMalformed(at: cursor.position)
        if byte == SQLBytes.lineFeed { cursor.position += 1 }
        return .broken
      case UInt8(ascii: "-") where cursor.peek(1) == byte,
        UInt8(ascii: "/") where cursor.peek(1) == UInt8(ascii: "*"):
        let end = values.readComment(column: column)
        cursor.anchor = nil
        guard case .closed = end else { return end }
      default: cursor.position += 1
      }
      last = byte
    }
  }
}
