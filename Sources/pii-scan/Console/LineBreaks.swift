import Reports

/// Breaks a paragraph into lines of a terminal, in Latin script at blanks and in Chinese between
/// characters, where no punctuation may begin a line that closes something (JIS X 4051 and
/// GB/T 15834-2011, 5.1.1: no full stop, comma or closing bracket at the beginning of a line).
enum LineBreaks {
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "」", "』", "》", "〉", "”", "’", "…", ",", ".", ";", ":",
    "?",
    "!", ")", "]", "}",
  ]
  private static let opening: Set<Character> = ["（", "「", "『", "《", "〈", "“", "‘", "(", "[", "{"]

  /// Lines of at most `width` columns; a word that is longer by itself is cut. O(n).
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let columns = DisplayWidth.of(piece.text)
      let blanks = line.isEmpty ? 0 : piece.blanksBefore
      if used + blanks + columns <= width {
        line += String(repeating: " ", count: blanks) + piece.text
        used += blanks + columns
        continue
      }
      if !line.isEmpty { lines.append(line) }
      let cut = columns > width ? LineFilling.wrapped(piece.text, width: width) : [piece.text]
      lines += cut.dropLast()
      line = cut.last ?? ""
      used = DisplayWidth.of(line)
    }
    return lines + [line]
  }

  private struct Piece {
    var text: String
    let blanksBefore: Int
  }

  /// What must stay together: words, and Chinese characters with the punctuation that clings to them.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var mayBreak = true
    var blanks = 0
    var last: Character?
    for character in text {
      if character == " " {
        blanks += 1
        mayBreak = true
        last = character
        continue
      }
      let isWide = DisplayWidth.of(String(character)) == 2
      let wasWide = last.map { DisplayWidth.of(String($0)) == 2 } ?? false
      let clings =
        blanks == 0
        && (closing.contains(character) || (last.map { opening.contains($0) } ?? false))
      if !clings, isWide || wasWide { mayBreak = true }
      if mayBreak || pieces.isEmpty {
        pieces.append(Piece(text: String(character), blanksBefore: blanks))
      } else {
        pieces[pieces.count - 1].text.append(character)
      }
      mayBreak = false
      blanks = 0
      last = character
    }
    return pieces
  }
}
