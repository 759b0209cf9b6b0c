import Findings

/// Reads strings: values are pushed, keys come back.
final class JSONStrings {
  enum End {
    case closed
    /// The key is a datum rather than a name; the position stands at its opening quote again.
    case isData
    /// The source ended within it.
    case cut
  }

  private let cursor: JSONCursor
  private let copy: ValueCopy<JSONCursor>
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  init(_ cursor: JSONCursor) {
    self.cursor = cursor
    copy = ValueCopy(cursor)
  }

  /// Reads the string whose opening quote stands at the position and pushes it; false where the
  /// source ends within it (what there is of it is pushed).
  func read(column: Int) -> Bool {
    cursor.anchor = cursor.position + 1
    cursor.position += 1
    while true {
      let found = cursor.buffer.firstIndex(
        of: Self.quote, or: Self.backslash, from: cursor.position)
      cursor.position = found
      let start = cursor.anchor ?? found
      if found < cursor.buffer.end {
        let buffer = cursor.buffer
        guard buffer.bytes[found] == Self.quote else { break }
        cursor.anchor = nil
        cursor.position = found + 1
        if start < found {
          cursor.push(start..<found, column: column)
        } else {
          cursor.sink.absent(column: column)
        }
        return true
      }
      guard cursor.more() else { break }
    }
    return readCopied(from: cursor.anchor ?? cursor.position, column: column)
  }

  /// Reads a string with escapes in it, or one that the window does not hold, from its first byte.
  private func readCopied(from start: Int, column: Int) -> Bool {
    var index = start
    copy.begin(at: index)
    while true {
      copy.appendRun(from: &index, quote: Self.quote, escapes: .json)
      guard look(1, at: &index, column: column) else {
        cursor.position = index
        copy.finish(column: column)
        return false
      }
      if isBackslash(at: index) {
        _ = look(ValueEscapes.longestInBytes, at: &index, column: column)
      }
      let buffer = cursor.buffer
      switch buffer.bytes[index] {
      case Self.quote:
        copy.finish(column: column)
        cursor.position = index + 1
        return true
      case Self.backslash:
        index += ValueEscapes.json.undo(at: index, in: buffer.bytes, into: &copy.bytes)
        copy.resume(at: index)
      default:
        copy.bytes.append(buffer.bytes[index])
        index += 1
      }
    }
  }

  private func isBackslash(at index: Int) -> Bool {
    let buffer = cursor.buffer
    return buffer.bytes[index] == Self.backslash
  }

  /// Makes `count` bytes of the string from `index` on visible, pushing a piece of it where the window
  /// is full; false where the source has fewer.
  private func look(_ count: Int, at index: inout Int, column: Int) -> Bool {
    while index + count > cursor.buffer.end {
      switch copy.more(at: &index) {
      case .grew: continue
      case .full: copy.slice(column: column)
      case .end: return false
      }
    }
    return true
  }

  /// Reads the key whose opening quote stands at the position, if it is a name.
  func key() -> (bytes: [UInt8], end: End) {
    var key: [UInt8] = []
    cursor.anchor = cursor.position
    defer { cursor.anchor = nil }
    cursor.position += 1
    while let byte = cursor.peek() {
      if byte == Self.quote {
        guard !JSONPaths.isData(key) else { break }
        cursor.position += 1
        return (key, .closed)
      }
      guard key.count <= JSONPaths.longestKeyInBytes else { break }
      guard byte == Self.backslash else {
        key.append(byte)
        cursor.position += 1
        continue
      }
      while cursor.position + ValueEscapes.longestInBytes > cursor.buffer.end, cursor.more() {}
      let buffer = cursor.buffer
      cursor.position += ValueEscapes.json.undo(
        at: cursor.position, in: buffer.bytes, into: &key)
    }
    guard cursor.peek() != nil else { return (key, .cut) }
    cursor.position = cursor.anchor ?? cursor.position
    return (key, .isData)
  }
}
