/// A column's type, put together again from its tokens: `varchar(18)`, `enum('a','b')`,
/// `character varying(18)`. Blanks are as here, whatever the dump has.
struct SQLTypeText {
  private static let longestInBytes = 1024

  private var bytes: [UInt8]
  private var endsWithWord: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    endsWithWord = bytes.last.map(SQLBytes.isWord) ?? false
  }

  var isEmpty: Bool { bytes.isEmpty }

  var string: String { String(decoding: bytes.prefix(Self.longestInBytes), as: UTF8.self) }

  /// - Parameter isInside: the token stands in parentheses.
  mutating func append(_ token: SQLToken, text: [UInt8], isInside: Bool) {
    guard bytes.count < Self.longestInBytes else { return }
    switch token {
    case .word, .name:
      if endsWithWord || bytes.last == SQLBytes.close && !isInside { bytes.append(0x20) }
      bytes.append(contentsOf: text)
      endsWithWord = true
      return
    case .string:
      bytes.append(SQLBytes.quote)
      for byte in text {
        if byte == SQLBytes.quote { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(SQLBytes.quote)
    case .symbol(let byte): bytes.append(byte)
    case .statementStart, .end: break
    }
    endsWithWord = false
  }
}
