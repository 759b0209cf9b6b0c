/// A tag with its attributes, as the programs of MySQL write it.
struct XMLTag {
  /// A longer tag is none.
  private static let longestInBytes = 64 * 1024
  /// `&#1114111;`, and leading zeros.
  static let longestEntityInBytes = 12

  private(set) var name = ""
  private(set) var isClosing = false
  /// It ends with `/>`.
  private(set) var isEmpty = false
  private(set) var attributes: [String: String] = [:]

  /// Reads the tag whose `<` stands at the position; ends behind its `>`. Nil if none stands there,
  /// with the position somewhere within what was looked at.
  static func read(_ cursor: SQLCursor) -> XMLTag? {
    var tag = XMLTag()
    var text: [UInt8] = []
    var key = ""
    var quote: UInt8?
    var length = 0
    cursor.position += 1
    while let byte = cursor.peek() {
      cursor.position += 1
      length += 1
      guard length <= longestInBytes else { return nil }
      if let open = quote {
        if byte == open {
          quote = nil
          if tag.attributes.count < 64 { tag.attributes[key] = unescaped(text) }
          text = []
        } else if byte == UInt8(ascii: "<") {
          // XML 1.0, 2.3: never within a value. A quote is missing.
          return nil
        } else {
          text.append(byte)
        }
        continue
      }
      switch byte {
      case SQLBytes.doubleQuote, SQLBytes.quote: quote = byte
      case _ where byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || SQLBytes.isBlank(byte):
        if tag.name.isEmpty, !text.isEmpty { tag.name = String(decoding: text, as: UTF8.self) }
        text = []
        if byte == UInt8(ascii: ">") { return tag.name.isEmpty ? nil : tag }
        if byte == UInt8(ascii: "/") {
          if length == 1 { tag.isClosing = true } else { tag.isEmpty = true }
        }
      case UInt8(ascii: "="):
        key = String(decoding: text, as: UTF8.self)
        text = []
      case UInt8(ascii: "<"): return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  static func unescaped(_ text: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "&") {
        index += undoEntity(at: index, in: text.span, into: &result)
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Undoes the entity whose `&` stands at `index`; gives its length, 1 for an `&` of no entity.
  static func undoEntity(
    at index: Int, in bytes: borrowing Span<UInt8>, into output: inout [UInt8]
  ) -> Int {
    var name: [UInt8] = []
    var next = index + 1
    while next < bytes.count, next - index < longestEntityInBytes,
      bytes[next] != UInt8(ascii: ";")
    {
      name.append(bytes[next])
      next += 1
    }
    guard next < bytes.count, bytes[next] == UInt8(ascii: ";"), let text = meaning(of: name) else {
      output.append(UInt8(ascii: "&"))
      return 1
    }
    output += text
    return next + 1 - index
  }

  private static func meaning(of name: [UInt8]) -> [UInt8]? {
    switch String(decoding: name, as: UTF8.self) {
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "amp": return [UInt8(ascii: "&")]
    case "quot": return [SQLBytes.doubleQuote]
    case "apos": return [SQLBytes.quote]
    case let text where text.hasPrefix("#x"):
      return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        .map { Array(String($0).utf8) }
    case let text where text.hasPrefix("#"):
      return UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
    default: return nil
    }
  }
}
