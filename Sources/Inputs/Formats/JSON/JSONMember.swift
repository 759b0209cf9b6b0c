/// A member of an object as most are: whole in the window, its key and its value without a backslash, the
/// value a string, a number or a word of the grammar.
///
/// Told in one pass over the bytes; what is otherwise is left to `JSONReading`, and so is every fault.
struct JSONMember {
  enum Kind {
    /// A string that is not empty.
    case text
    /// A number, `true` or `false`.
    case bare
    /// `null`, or an empty string.
    case absent
  }

  let kind: Kind
  /// Of the key: see `JSONPaths.hash`.
  let keyHash: UInt64
  /// The bytes of the value, without quotes.
  let value: Range<Int>
  /// Behind the value.
  let end: Int

  private static let quote = UInt8(ascii: "\"")

  /// Reads the member that begins at window index `start`, or behind the comma and the blanks there.
  ///
  /// - Returns: nil where something else stands there, or the window may end before it does.
  init?(in buffer: TextBuffer, at start: Int, isBehindComma: Bool) {
    let bytes = buffer.bytes
    var index = Self.skipBlanks(bytes, start)
    if isBehindComma {
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { return nil }
      index = Self.skipBlanks(bytes, index + 1)
    }
    guard index < bytes.count, bytes[index] == Self.quote else { return nil }
    index += 1
    // Behind the longest key stands a quote still.
    let keyLimit = min(bytes.count, index + JSONPaths.longestKeyInBytes + 1)
    var hash = JSONPaths.emptyHash
    // A key that begins with `$` may only name the type of the value.
    guard index < keyLimit, bytes[index] != UInt8(ascii: "$") else { return nil }
    while index < keyLimit, bytes[index] != Self.quote {
      guard bytes[index] != UInt8(ascii: "\\") else { return nil }
      hash = JSONPaths.hash(hash, bytes[index])
      index += 1
    }
    guard index < keyLimit else { return nil }
    index = Self.skipBlanks(bytes, index + 1)
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
    index = Self.skipBlanks(bytes, index + 1)
    guard index < bytes.count else { return nil }
    keyHash = hash
    if bytes[index] == Self.quote {
      let end = buffer.firstIndex(of: Self.quote, or: UInt8(ascii: "\\"), from: index + 1)
      guard end < bytes.count, bytes[end] == Self.quote else { return nil }
      kind = end > index + 1 ? .text : .absent
      value = index + 1..<end
      self.end = end + 1
      return
    }
    var end = index
    if JSONReading.mayBeginNumber(bytes[index]) {
      let limit = min(bytes.count, index + JSONReading.longestNumberInBytes)
      while end < limit, JSONReading.isNumeric(bytes[end]) { end += 1 }
      guard end < limit else { return nil }
      kind = .bare
    } else {
      let word = UInt32(truncatingIfNeeded: UInt64(littleEndian: buffer.word(at: index)))
      switch word {
      case Self.null:
        kind = .absent
        end += 4
      case Self.true:
        kind = .bare
        end += 4
      case Self.fals where index + 4 < bytes.count && bytes[index + 4] == UInt8(ascii: "e"):
        kind = .bare
        end += 5
      default: return nil
      }
      guard end <= bytes.count else { return nil }
    }
    value = index..<end
    self.end = end
  }

  /// Four characters, the first in the lowest byte.
  private static let null: UInt32 = 0x6C6C_756E
  private static let `true`: UInt32 = 0x6575_7274
  private static let fals: UInt32 = 0x736C_6166

  private static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, JSONCursor.isBlank(bytes[index]) { index += 1 }
    return index
  }
}
