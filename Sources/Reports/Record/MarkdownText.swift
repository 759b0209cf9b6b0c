import Findings

/// Text in the tables of a Markdown file.
enum MarkdownText {
  /// A cell: a bar would end it, and outside a code span `<` would begin a tag.
  static func cell(_ text: String) -> String {
    let isCode = text.hasPrefix("`")
    var cell = ""
    for character in text {
      switch character {
      case "|": cell += "\\|"
      case "<" where !isCode: cell += "&lt;"
      case "\n", "\r\n", "\r": cell += " "
      default: cell.append(character)
      }
    }
    return cell
  }

  /// A source's name from outside, in a code span, which has no links and no tags.
  static func code(_ identity: SourceIdentity) -> String {
    let name = VisibleText.of(identity)
    return "`" + String(name.map { $0 == "`" ? "'" : $0 }) + "`"
  }
}
