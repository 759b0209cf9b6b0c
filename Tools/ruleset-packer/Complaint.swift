import RulesetSource

/// What the build says of a ruleset file that it cannot take, in one line that editors can follow.
struct Complaint: Error {
  let line: String

  init(file: String, line: Int = 1, column: Int = 1, _ sentence: String) {
    self.line = "\(file):\(line):\(column): error: \(sentence)"
  }

  init(_ error: RulesetSyntaxError) {
    let sentence =
      switch error.reason {
      case .empty: "the file has no content"
      case .tooLarge(let size, let limit): "the file has \(size) bytes; \(limit) are allowed"
      case .tooDeep(let limit): "lists and mappings are nested deeper than \(limit) levels"
      case .notUTF8: "the file is not UTF-8"
      case .forbiddenCharacter(let scalar):
        "the character U+\(String(scalar, radix: 16, uppercase: true)) is not allowed in YAML"
      case .duplicateKey(let key): "the key '\(key)' stands twice"
      case .keyIsNotText: "a key is text, not a list or a mapping"
      case .anchor: "anchors and aliases are not allowed; write the value out"
      case .tag(let tag): "the tag '\(tag)' is not allowed; all values are text"
      case .severalDocuments: "a file holds one document"
      case .malformed(let problem): "not YAML: \(problem)"
      case .unfinishedLine: "the last line does not end"
      case .missingHeader: "the header line is missing"
      case .missingSource: "a table begins with remarks on its source"
      case .carriageReturn: "the line has a carriage return"
      case .columnCount(let found, let expected):
        "the line has \(found) columns, the header has \(expected)"
      case .otherColumns(let expected): "the columns are \(expected.joined(separator: ", "))"
      }
    self.init(
      file: error.file, line: error.mark.line, column: error.mark.column, sentence)
  }
}
