import Reports
import RulesetSource

extension Explain {
  /// Why a ruleset file cannot be read at all.
  func sentence(_ reason: RulesetSyntaxError.Reason) -> String {
    switch reason {
    case .empty:
      pick("文件是空的。请写入内容或删除文件。", "The file is empty. Write something into it, or remove it.")
    case .tooLarge(let size, let limit):
      pick(
        "文件有 \(size) 字节，最多读取 \(limit) 字节。请拆成几个文件。",
        "The file has \(size) bytes; at most \(limit) are read. Make several files of it.")
    case .tooDeep(let limit):
      pick(
        "嵌套超过 \(limit) 层。请减少嵌套。", "Nested deeper than \(limit) levels. Nest less deeply.")
    case .notUTF8:
      pick("此处不是 UTF-8。请将文件存为 UTF-8。", "This is not UTF-8. Save the file as UTF-8.")
    case .forbiddenCharacter(let scalar):
      pick(
        "YAML 不允许字符 \(codePoint(scalar))。请删除它。",
        "YAML does not allow the character \(codePoint(scalar)). Remove it.")
    case .duplicateKey(let key):
      pick(
        "此映射中键\(quoted(key))重复。请只留一个。",
        "This mapping has the key \(quoted(key)) more than once. Keep one.")
    case .keyIsNotText:
      pick("键必须是文本。请改写。", "A key must be text. Rewrite it.")
    case .anchor:
      pick(
        "不支持锚点（&）和别名（*）。请写出内容；以 & 或 * 开头的文本请加引号。",
        "Anchors (&) and aliases (*) are not read. Write the content out; quote a text that begins "
          + "with & or *.")
    case .tag(let tag):
      pick(
        "不支持标签\(quoted(tag))。请删除它；以 ! 开头的文本请加引号。",
        "The tag \(quoted(tag)) is not read. Remove it; quote a text that begins with an "
          + "exclamation mark.")
    case .severalDocuments:
      pick(
        "此处开始了另一个文档（---）。请放到单独的文件中。",
        "Another document begins here (---). Put it into a file of its own.")
    case .malformed(let problem):
      pick(
        "YAML 语法有误（\(problem)）。请检查此行与上一行的缩进、引号和括号。",
        "This is not YAML: \(problem). Check indentation, quotes and brackets here and on the line "
          + "above.")
    case .unfinishedLine:
      pick(
        "最后一行没有换行，文件可能被截断。请补全并换行。",
        "The last line has no line break, so the file may be cut short. Complete it and end the line."
      )
    case .missingHeader:
      pick(
        "缺少列名。请在第一行写列名，以制表符分隔。",
        "The names of the columns are missing. Write them into the first line, with tabs between.")
    case .missingSource:
      pick(
        "表的开头没有来源说明。请以 # 行写明来源。",
        "The table does not begin with remarks on its source. Begin with lines of # that name it.")
    case .carriageReturn:
      pick(
        "行尾是回车符。请用 Unix 换行（LF）保存。",
        "A carriage return ends the line. Save the file with Unix line ends (LF).")
    case .columnCount(let found, let expected):
      pick(
        "此行有 \(found) 列，应有 \(expected) 列。请以一个制表符分隔各列。",
        "The line has \(found) columns and the heading \(expected). Put one tab between columns.")
    case .otherColumns(let expected):
      pick(
        "列名与内置的表不同。应为：\(listed(expected))。",
        "The columns are others than those of the built-in table. Use \(listed(expected)).")
    }
  }

  private func codePoint(_ scalar: UInt32) -> String {
    let hex = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}
