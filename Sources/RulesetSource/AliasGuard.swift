/// Sees, before the parser runs, whether a text has so many aliases that they could explode inside it.
///
/// The parser shares the target of an alias, so aliases cost nothing until somebody walks the tree;
/// but it hashes the keys of a mapping, and a key may be an alias of aliases: nine lines keep it busy
/// for ever. Every anchor is refused after parsing, exactly; this look beforehand only has to be right
/// about many. `k` aliases expand to at most about e^(k/e) nodes, a few thousand for the limit here.
///
/// It does not know what is quoted, so a text with more than that many words like `*name` after a
/// blank or bracket *and* one like `&name` is refused although it may be harmless.
enum AliasGuard {
  private static let limit = 20

  /// The place of the first anchor, if the text may explode.
  static func explosion(in text: String) -> Mark? {
    var aliases = 0
    var firstAnchor: Int?
    var beforePrevious: UInt8 = UInt8(ascii: "\n")
    var previous: UInt8 = UInt8(ascii: "\n")
    for (offset, byte) in text.utf8.enumerated() {
      if isNameByte(byte), canPrecedeIndicator(beforePrevious) {
        if previous == UInt8(ascii: "*") { aliases += 1 }
        if previous == UInt8(ascii: "&"), firstAnchor == nil { firstAnchor = offset - 1 }
      }
      beforePrevious = previous
      previous = byte
    }
    guard aliases > limit, let firstAnchor else { return nil }
    return String(decoding: text.utf8.prefix(firstAnchor), as: UTF8.self).endMark
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func canPrecedeIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x80...:
      // Bytes above ASCII: YAML also breaks lines at U+0085, U+2028 and U+2029.
      true
    default: false
    }
  }
}
