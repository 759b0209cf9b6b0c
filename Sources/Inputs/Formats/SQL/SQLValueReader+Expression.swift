/// Values that are neither a string nor a word.
extension SQLValueReader {
  private enum Enclosure: Equatable {
    case quote(UInt8)
    case lineComment
    case blockComment
  }

  /// Reads an expression as it is written, up to the `,` or `)` behind it, which is not consumed.
  /// Parentheses are counted, not recursed into; strings and comments in it may hold anything but a
  /// line that begins a new statement.
  func readExpression(column: Int) -> SQLValueEnd {
    var index = cursor.position
    var depth = 0
    var enclosure: Enclosure?
    copy.begin(at: index)
    while true {
      guard look(2, at: &index, column: column), index < cursor.buffer.end else {
        return finish(.cut, at: index, column: column)
      }
      let byte = cursor.byte(at: index)
      let next = index + 1 < cursor.buffer.end ? cursor.byte(at: index + 1) : 0
      var length = 1
      switch enclosure {
      case .quote(let quote):
        if byte == SQLBytes.backslash, cursor.dialect.escapes != .none {
          length = min(2, cursor.buffer.end - index)
        } else if byte == quote {
          enclosure = nil
        }
      case .lineComment:
        if byte == SQLBytes.lineFeed { enclosure = nil }
      case .blockComment:
        if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
          enclosure = nil
          length = 2
        }
      case nil:
        switch byte {
        case SQLBytes.quote, SQLBytes.doubleQuote: enclosure = .quote(byte)
        case UInt8(ascii: "-") where next == byte && depth == 0: enclosure = .lineComment
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"): enclosure = .blockComment
        case SQLBytes.open: depth += 1
        case SQLBytes.close, SQLBytes.comma:
          if depth == 0 {
            copy.finishTrimmed(column: column)
            cursor.position = index
            return .closed
          }
          if byte == SQLBytes.close { depth -= 1 }
        case SQLBytes.semicolon:
          cursor.noteMalformed(at: index)
          return finish(.broken, at: index, column: column)
        default: break
        }
      }
      if byte == SQLBytes.lineFeed, isStatementNext(&index, column: column) {
        cursor.noteMalformed(at: index + 1)
        return finish(.broken, at: index + 1, column: column)
      }
      for _ in 0..<length {
        copy.bytes.append(cursor.byte(at: index))
        index += 1
      }
    }
  }

  private func isStatementNext(_ index: inout Int, column: Int) -> Bool {
    _ = look(1 + SQLStatementStart.lookaheadInBytes, at: &index, column: column)
    return cursor.isStatement(at: index + 1)
  }

  /// Pushes the comment at the position, so that what it holds is not lost; ends behind it.
  func readComment(column: Int) -> SQLValueEnd {
    var index = cursor.position
    copy.begin(at: index)
    let isBlock = cursor.peek() == UInt8(ascii: "/")
    var length = 0
    var last: UInt8 = 0
    while look(1, at: &index, column: column), index < cursor.buffer.end {
      let byte = cursor.byte(at: index)
      copy.bytes.append(byte)
      index += 1
      length += 1
      let isEnd =
        isBlock
        ? byte == UInt8(ascii: "/") && last == UInt8(ascii: "*") && length > 3
        : byte == SQLBytes.lineFeed
      if isEnd { return finish(.closed, at: index, column: column) }
      last = byte
    }
    return finish(.cut, at: index, column: column)
  }
}
