import Yams

extension RulesetSyntaxError {
  /// The parser's error with its place. The text of the file, which the parser's errors carry, is left
  /// behind.
  init(_ error: any Error, file: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      let isTooDeep = problem.contains("nesting level")
      self.init(
        file: file, mark: Mark(mark),
        reason: isTooDeep
          ? .tooDeep(limit: YAML.limitInLevels) : .malformed(problem: problem))
    case .composer(_, let problem, let mark, _):
      self.init(
        file: file, mark: Mark(mark),
        reason: problem.contains("another document")
          ? .severalDocuments : .malformed(problem: problem))
    case .reader(let problem, let offset, let value, let yaml):
      let mark = offset.map { String(yaml.prefix($0)).endMark } ?? .start
      self.init(
        file: file, mark: mark,
        reason: value >= 0
          ? .forbiddenCharacter(scalar: UInt32(value)) : .malformed(problem: problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        file: file, mark: Mark(context.mark), reason: .duplicateKey(duplicates.first ?? ""))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, nil:
      self.init(file: file, mark: .start, reason: .malformed(problem: "not readable"))
    }
  }
}
