/// Reads the text that `Packed` writes, from front to back.
struct PackedReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func node(level: Int) -> Node? {
    guard level <= YAML.limitInLevels, let head = head() else { return nil }
    switch head.kind {
    case UInt8(ascii: "p"), UInt8(ascii: "q"):
      guard let text = text(sizeInBytes: head.count) else { return nil }
      let isPlain = head.kind == UInt8(ascii: "p")
      return Node(.scalar(.init(text, isPlain: isPlain)), at: head.mark)
    case UInt8(ascii: "l"):
      var elements: [Node] = []
      for _ in 0..<head.count {
        guard let element = node(level: level + 1) else { return nil }
        elements.append(element)
      }
      return Node(.sequence(elements), at: head.mark)
    case UInt8(ascii: "m"):
      var entries: [Node.Entry] = []
      for _ in 0..<head.count {
        guard let key = self.head(), key.kind == UInt8(ascii: "k"),
          let name = text(sizeInBytes: key.count), let value = node(level: level + 1)
        else { return nil }
        entries.append(Node.Entry(key: name, keyMark: key.mark, value: value))
      }
      return Node(.mapping(entries), at: head.mark)
    default:
      return nil
    }
  }

  private mutating func head() -> (kind: UInt8, mark: Mark, count: Int)? {
    guard let kind = rest.popFirst(), let line = number(), let column = number(),
      let count = number()
    else { return nil }
    return (kind, Mark(line: line, column: column), count)
  }

  /// A decimal number and the colon behind it.
  private mutating func number() -> Int? {
    var number = 0
    var digits = 0
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: ":") { return digits > 0 ? number : nil }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 12 else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
    }
    return nil
  }

  private mutating func text(sizeInBytes: Int) -> String? {
    guard let end = rest.index(rest.startIndex, offsetBy: sizeInBytes, limitedBy: rest.endIndex)
    else { return nil }
    let text = String(rest[..<end])
    rest = rest[end...]
    return text
  }
}
