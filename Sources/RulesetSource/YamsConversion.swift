import Yams

/// Turns the parser's tree into ours and refuses what rulesets have no use for.
struct YamsConversion {
  let file: String

  func node(_ node: Yams.Node, level: Int) throws(RulesetSyntaxError) -> Node {
    let mark = Mark(node.mark)
    guard level <= YAML.limitInLevels else {
      throw refused(.tooDeep(limit: YAML.limitInLevels), at: mark)
    }
    // An alias has been replaced by its target, which has the anchor: to refuse anchors, before
    // looking inside, refuses both.
    guard node.anchor == nil else { throw refused(.anchor, at: mark) }
    switch node {
    case .scalar(let scalar):
      try check(tag: scalar.tag, at: mark)
      let isPlain = scalar.style == .plain
      return Node(.scalar(.init(scalar.string, isPlain: isPlain)), at: mark)
    case .sequence(let sequence):
      try check(tag: sequence.tag, at: mark)
      var elements: [Node] = []
      for element in sequence { elements.append(try self.node(element, level: level + 1)) }
      return Node(.sequence(elements), at: mark)
    case .mapping(let mapping):
      try check(tag: mapping.tag, at: mark)
      return Node(.mapping(try entries(mapping, level: level)), at: mark)
    case .alias:
      throw refused(.anchor, at: mark)
    }
  }

  private func entries(
    _ mapping: Yams.Node.Mapping, level: Int
  ) throws(RulesetSyntaxError) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      let keyNode = try node(key, level: level + 1)
      guard case .scalar(let scalar) = keyNode.content else {
        throw refused(.keyIsNotText, at: keyNode.mark)
      }
      guard seen.insert(scalar.text).inserted else {
        throw refused(.duplicateKey(scalar.text), at: keyNode.mark)
      }
      entries.append(
        Node.Entry(
          key: scalar.text, keyMark: keyNode.mark, value: try node(value, level: level + 1)))
    }
    return entries
  }

  /// The tags that YAML itself gives to text, lists and mappings mean nothing and are let through.
  private func check(tag: Tag, at mark: Mark) throws(RulesetSyntaxError) {
    switch tag.description {
    case "", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map": return
    case let name: throw refused(.tag(name), at: mark)
    }
  }

  private func refused(
    _ reason: RulesetSyntaxError.Reason, at mark: Mark
  ) -> RulesetSyntaxError {
    RulesetSyntaxError(file: file, mark: mark, reason: reason)
  }
}

extension Mark {
  init(_ mark: Yams.Mark?) {
    self = mark.map { Mark(line: $0.line, column: $0.column) } ?? .start
  }
}
