import Findings

/// Names from outside in a form that a terminal shows and does not obey.
package enum VisibleText {
  /// Ill-formed UTF-8 as U+FFFD; controls, bidirectional marks and the like as `\u{202e}`.
  package static func of(_ bytes: [UInt8]) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if UnseenScalar.contains(scalar.value) {
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The path, and behind a `!` the member inside it.
  static func of(_ identity: SourceIdentity) -> String {
    of(identity.path) + (identity.member.map { "!" + of(Array($0.utf8)) } ?? "")
  }

  /// `text` in at most `width` columns; the middle gives way to `…`, since both the beginning and
  /// the end of a path say where one is. The end keeps two thirds.
  package static func fitted(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let characters = Array(text)
    let tail = prefix(of: characters.reversed(), to: (width - 1) * 2 / 3)
    let tailWidth = tail.reduce(0) { $0 + DisplayWidth.of($1) }
    let head = prefix(of: characters, to: width - 1 - tailWidth)
    return String(head) + "…" + String(tail.reversed())
  }

  private static func prefix(of characters: some Sequence<Character>, to width: Int) -> [Character]
  {
    var taken: [Character] = []
    var used = 0
    for character in characters {
      used += DisplayWidth.of(character)
      if used > width { break }
      taken.append(character)
    }
    return taken
  }
}
