/// Finds the borders between the rows of INSERT statements, and of those that repeat the same head.
///
/// It knows strings in single quotes and nothing else; at anything that may hide a quote (names and
/// strings in other quotes, comments, `E'…'`, `q'[…]'`) it stops, and the reader reads on.
struct SQLRowScan: BorderScan {
  private enum Place {
    case beforeRow
    case inRow
    case inString
    case afterRow
    case afterStatement
  }

  /// From `INSERT` to `VALUES`, as the statements that belong together begin.
  private let head: [UInt8]
  private let hasBackslashes: Bool
  private var place = Place.beforeRow
  private var depth = 0
  /// The last border stands before the semicolon of a statement, not after the comma of a row.
  private(set) var endsStatement = false

  init(head: [UInt8], escapes: ValueEscapes) {
    self.head = head
    hasBackslashes = escapes == .mysql || escapes == .postgres
  }

  mutating func advance(
    _ bytes: borrowing Span<UInt8>, from index: inout Int, border: inout Int, isAtEnd: Bool
  ) -> Bool {
    let end = bytes.count
    while index < end {
      switch place {
      case .beforeRow:
        let byte = bytes[index]
        if SQLBytes.isBlank(byte) {
          index += 1
        } else if byte == SQLBytes.open {
          depth = 1
          place = .inRow
          index += 1
        } else {
          return false
        }
      case .inRow:
        guard passRow(bytes, &index) else { return false }
      case .inString:
        guard passString(bytes, &index) else { return true }
      case .afterRow:
        let byte = bytes[index]
        if byte == SQLBytes.comma {
          index += 1
          border = index
          endsStatement = false
          place = .beforeRow
        } else if byte == SQLBytes.semicolon {
          border = index
          endsStatement = true
          place = .afterStatement
          index += 1
        } else if SQLBytes.isBlank(byte) {
          index += 1
        } else {
          return false
        }
      case .afterStatement:
        if SQLBytes.isBlank(bytes[index]) {
          index += 1
          continue
        }
        guard !head.isEmpty else { return false }
        guard index + head.count <= end else { return !isAtEnd }
        for offset in head.indices where bytes[index + offset] != head[offset] { return false }
        index += head.count
        place = .beforeRow
      }
    }
    return true
  }

  /// Passes over what stands outside of strings; false at what it does not know.
  @inline(__always)
  private mutating func passRow(_ bytes: borrowing Span<UInt8>, _ index: inout Int) -> Bool {
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      index += 1
      // Digits, letters, blanks, commas and the like.
      guard
        byte < SQLBytes.comma || byte == UInt8(ascii: "/") || byte == SQLBytes.backtick
          || byte == UInt8(ascii: "-")
      else { continue }
      switch byte {
      case SQLBytes.quote:
        // E'…' has escapes of its own, q'[…]' and U&'…' quotes of their own.
        let before = index > 1 ? bytes[index - 2] | 0x20 : 0
        guard before != UInt8(ascii: "e"), before != UInt8(ascii: "q"),
          before != UInt8(ascii: "&")
        else { return false }
        place = .inString
        return true
      case SQLBytes.close:
        depth -= 1
        guard depth == 0 else { continue }
        place = .afterRow
        return true
      case SQLBytes.open: depth += 1
      case UInt8(ascii: "-"):
        if index < end, bytes[index] == UInt8(ascii: "-") { return false }
      case SQLBytes.doubleQuote, SQLBytes.backtick, UInt8(ascii: "#"), UInt8(ascii: "$"),
        UInt8(ascii: "/"):
        return false
      default: continue
      }
    }
    return true
  }

  /// Passes over the rest of a string; false where more of it must be seen.
  @inline(__always)
  private mutating func passString(_ bytes: borrowing Span<UInt8>, _ index: inout Int) -> Bool {
    let end = bytes.count
    var next = index
    while next < end {
      next = bytes.firstIndex(
        of: SQLBytes.quote, or: SQLBytes.backslash, or: SQLBytes.quote, from: next)
      guard next < end else { break }
      if bytes[next] == SQLBytes.quote {
        // The byte behind it tells whether the quote is doubled.
        guard next + 1 < end else { break }
        if bytes[next + 1] != SQLBytes.quote {
          place = .inRow
          index = next + 1
          return true
        }
        next += 2
      } else if hasBackslashes {
        guard next + 1 < end else { break }
        next += 2
      } else {
        next += 1
      }
    }
    index = next
    return false
  }
}
