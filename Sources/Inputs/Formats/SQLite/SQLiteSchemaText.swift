/// What the text of a `CREATE` statement of SQLite tells besides what the database says itself: comments
/// behind columns, and the names of columns of full-text tables.
struct SQLiteSchemaText {
  /// Comments by the number of the column: what stands behind it on its line, or before it on lines of
  /// its own.
  private(set) var comments: [Int: String] = [:]
  /// The items between the outermost brackets, each without comments.
  private(set) var items: [String] = []

  private let text: [UInt8]
  private var index = 0
  private var item: [UInt8] = []
  private var depth = 0
  private var isAtLineStart = true

  /// - Parameter sql: the statement. Cost: one pass.
  init(_ sql: String) {
    text = Array(sql.utf8)
    read()
  }

  private mutating func read() {
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "-") where next == UInt8(ascii: "-"): readComment(until: [0x0A], from: 2)
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        readComment(until: Array("*/".utf8), from: 2)
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): readQuoted(to: byte)
      case UInt8(ascii: "["): readQuoted(to: UInt8(ascii: "]"))
      case UInt8(ascii: "("):
        depth += 1
        if depth > 1 { item.append(byte) }
        index += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 {
          endItem()
          return
        }
        item.append(byte)
        index += 1
      case UInt8(ascii: ",") where depth == 1:
        endItem()
        index += 1
      default:
        if byte == 0x0A { isAtLineStart = true }
        if byte > 0x20 { isAtLineStart = false }
        if depth > 0 { item.append(byte) }
        index += 1
      }
    }
  }

  private var next: UInt8? { index + 1 < text.count ? text[index + 1] : nil }

  private mutating func endItem() {
    items.append(Self.trimmed(item))
    item.removeAll(keepingCapacity: true)
  }

  private mutating func readQuoted(to quote: UInt8) {
    isAtLineStart = false
    repeat {
      if depth > 0 { item.append(text[index]) }
      index += 1
    } while index < text.count && text[index] != quote
    if index < text.count, depth > 0 { item.append(quote) }
    index += 1
  }

  private mutating func readComment(until end: [UInt8], from length: Int) {
    index += length
    let start = index
    while index < text.count, !text[index...].starts(with: end) { index += 1 }
    let comment = Self.trimmed(Array(text[start..<min(index, text.count)]))
    if end.count > 1 { index += end.count }
    guard depth == 1, !comment.isEmpty else { return }
    if isAtLineStart {
      if comments[items.count] == nil { comments[items.count] = comment }
    } else {
      // Behind the comma the item is closed already.
      let isClosed = item.allSatisfy { $0 <= 0x20 }
      let column = isClosed ? items.count - 1 : items.count
      comments[column] = comment
    }
  }

  /// The columns of a full-text table: the arguments that are no options (sqlite.org/fts5.html, 4).
  var fullTextColumns: [String] {
    items.filter { !$0.contains("=") }.map { item in
      let name =
        item.first == "\"" || item.first == "'" || item.first == "`" || item.first == "["
        ? item.dropFirst().prefix { !"\"'`]".contains($0) } : item.prefix { !" \n\t".contains($0) }
      return String(name)
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? bytes.startIndex
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }
}
