/// Strings of the part of SQL that is not data.
///
/// A quote that never closes would make the rest of the dump one string. So a line within a string
/// that looks like a new statement is remembered, and reading goes back to it if
/// - the string closes directly before a letter or digit, as a quote that *opens* does, or
/// - the text ends before the string does, or
/// - the string outgrows the window in a dump whose strings never hold line breaks.
/// Going back loses nothing: all of it is text, and what was pushed ends before that line.
extension SQLLexer {
  /// Reads the string whose opening quote stands at the position.
  func readString(_ quote: UInt8, escapes: ValueEscapes) -> SQLToken {
    sawProse = true
    beginText()
    cursor.position += 1
    while true {
      guard let byte = readRun(quote) else {
        if returnToSuspect() { return .statementStart }
        isCut = true
        return .end
      }
      switch byte {
      case quote:
        guard cursor.peek(1) != quote else {
          keep(quote)
          cursor.position += 2
          continue
        }
        cursor.position += 1
        let isPlausible = cursor.peek().map { !SQLBytes.isWord($0) } ?? true
        if !isPlausible, returnToSuspect() { return .statementStart }
        cursor.suspect = nil
        return .string
      case SQLBytes.backslash:
        cursor.look(ValueEscapes.longestInBytes)
        let buffer = cursor.buffer
        let length = escapes.undo(at: cursor.position, in: buffer.bytes, into: &text)
        if text.count > Self.longestTokenInBytes {
          text.removeLast(text.count - Self.longestTokenInBytes)
        }
        cursor.position += length
      default:
        keep(byte)
        cursor.position += 1
        noteSuspect()
      }
    }
  }

  /// Reads up to the next quote, backslash or line break, which it gives; nil at the end, or where
  /// reading must go back to the suspect.
  private func readRun(_ quote: UInt8) -> UInt8? {
    while true {
      let buffer = cursor.buffer
      let bytes = buffer.bytes
      let end = cursor.buffer.end
      var index = cursor.position
      while index < end {
        let byte = bytes[index]
        if byte == quote || byte == SQLBytes.backslash || byte == SQLBytes.lineFeed {
          cursor.position = index
          return byte
        }
        if keepsText { keep(byte) }
        index += 1
      }
      cursor.position = index
      guard !cursor.more(keepsSuspect: true) else { continue }
      if cursor.buffer.isAtEnd || !cursor.dialect.hasLineBreaksInStrings { return nil }
      cursor.suspect = nil
    }
  }

  /// Skips `$tag$ … $tag$` at the position, whose text is not kept. False if none begins there, with the position unmoved.
  func skipDollarString() -> Bool {
    guard cursor.dialect.hasDollarQuotes else { return false }
    var tag: [UInt8] = [UInt8(ascii: "$")]
    while let byte = cursor.peek(tag.count) {
      tag.append(byte)
      if byte == UInt8(ascii: "$") { break }
      guard SQLBytes.isWord(byte), tag.count <= 64 else { return false }
    }
    guard tag.count > 1, tag.last == UInt8(ascii: "$"), !SQLBytes.isDigit(tag[1]) else {
      return false
    }
    sawProse = true
    cursor.position += tag.count
    while let byte = skip(to: tag[0], tag[0]) {
      if byte == tag[0], tag.indices.allSatisfy({ cursor.peek($0) == tag[$0] }) {
        cursor.position += tag.count
        cursor.suspect = nil
        return true
      }
      cursor.position += 1
      if byte == SQLBytes.lineFeed { noteSuspect() }
    }
    if !returnToSuspect() { isCut = true }
    return true
  }
}
