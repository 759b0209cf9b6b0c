/// Reads the text that `Packed` writes, from front to back.
struct PackedReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  /// - Parameter leavingOut: a key of this mapping that is passed over with its value.
  mutating func node(level: Int, leavingOut: String? = nil) -> Node? {
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
          let name = text(sizeInBytes: key.count)
        else { return nil }
        if name == leavingOut {
          guard skip(level: level + 1) else { return nil }
          continue
        }
        guard let value = node(level: level + 1) else { return nil }
        entries.append(Node.Entry(key: name, keyMark: key.mark, value: value))
      }
      return Node(.mapping(entries), at: head.mark)
    default:
      return nil
    }
  }

  /// Passes over a node; false if it is not whole.
  private mutating func skip(level: Int) -> Bool {
    guard level <= YAML.limitInLevels, let head = head() else { return false }
    switch head.kind {
    case UInt8(ascii: "p"), UInt8(ascii: "q"):
      return range(sizeInBytes: head.count) != nil
    case UInt8(ascii: "l"):
      for _ in 0..<head.count where !skip(level: level + 1) { return false }
      return true
    case UInt8(ascii: "m"):
      for _ in 0..<head.count {
        guard let key = self.head(), key.kind == UInt8(ascii: "k"),
          range(sizeInBytes: key.count) != nil, skip(level: level + 1)
        else { return false }
      }
      return true
    default:
      return false
    }
  }

  private mutating func head() -> (kind: UInt8, mark: Mark, count: Int)? {
    guard position < bytes.count else { return nil }
    let kind = bytes[position]
    position += 1
    guard let line = number(), let column = number(), let count = number() else { return nil }
    return (kind, Mark(line: line, column: column), count)
  }

  /// A decimal number and the colon behind it.
  private mutating func number() -> Int? {
    var number = 0
    var digits = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ":") { return digits > 0 ? number : nil }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 12 else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
    }
    return nil
  }

  private mutating func text(sizeInBytes: Int) -> String? {
    range(sizeInBytes: sizeInBytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private mutating func range(sizeInBytes: Int) -> Range<Int>? {
    guard sizeInBytes <= bytes.count - position else { return nil }
    let range = position..<position + sizeInBytes
    position = range.upperBound
    return range
  }
}
