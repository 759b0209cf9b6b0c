/// The name of a column, or a cell of a header line, without what does not belong to it: quotes,
/// brackets, the table's name before it, marks of obligatory fields, its number in a list.
struct ColumnName {
  /// What is left: `*手机号码（必填）` is 手机号码, `t_user.phone` is `phone`.
  let head: String
  /// What stood in brackets: 必填, or what the field is for.
  let aside: String

  init(_ name: String) {
    var head = ""
    var aside = ""
    var depth = 0
    for character in Self.folded(name) {
      switch character {
      case "(", "[", "【", "<", "《", "〔":
        // `[dbo].[Users].[Phone]`: brackets that hold a whole name only quote it.
        if character == "[", head.isEmpty || head.hasSuffix(".") { continue }
        depth += 1
      case ")", "]", "】", ">", "》", "〕":
        depth = max(0, depth - 1)
      default:
        if depth > 0 { aside.append(character) } else { head.append(character) }
      }
    }
    head = Self.trimmed(Self.trimmed(head[...], Self.isMark), Self.isMark).description
    head = Self.withoutNumbering(head)
    if let separator = head.lastIndex(where: { $0 == "." || $0 == ":" }),
      case let last = Self.trimmed(head[head.index(after: separator)...], Self.isMark),
      last.contains(where: \.isLetter)
    {
      head = String(last)
    }
    self.head = head
    self.aside = aside
  }

  /// A comment up to its first punctuation: `手机号（登录用）` is 手机号.
  init(comment: String) {
    let phrase = comment.prefix { !",，。;；:：、/|\n\t".contains($0) }
    self.init(String(phrase))
  }

  /// Full-width letters, digits and punctuation as ASCII; blanks as one kind of blank.
  private static func folded(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0xFEFF, 0x200B...0x200F: continue
      case 0x3000, 0xA0, 0x09, 0x0A, 0x0D: folded.append(" ")
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// `1.手机号`, `2、姓名`, `（3）电话`.
  private static func withoutNumbering(_ head: String) -> String {
    let rest = head.drop { $0.isASCII && $0.isNumber }
    guard rest.count < head.count, let mark = rest.first, ".、)-_ ".contains(mark) else {
      return head
    }
    let name = trimmed(rest.dropFirst(), isMark)
    return name.isEmpty ? head : String(name)
  }

  private static func isMark(_ character: Character) -> Bool {
    " *\"'`“”‘’「」『』#※•·★☆:!?~^=,;|/\\".contains(character)
  }

  private static func trimmed(_ text: Substring, _ isOutside: (Character) -> Bool) -> Substring {
    var text = text.drop(while: isOutside)
    while let last = text.last, isOutside(last) { text.removeLast() }
    return text
  }
}
