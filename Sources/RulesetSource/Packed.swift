/// The form in which built-in rules travel inside the binary: read back without a YAML parser, in
/// one pass, with every place kept, so that a fault found later still names its line.
///
/// A text of nodes, each `kind line : column : count :` and then its content. Kinds: `p` plain text
/// and `q` quoted text, `count` bytes of UTF-8 follow; `l` list, `count` nodes follow; `m` mapping,
/// `count` times a key and a node follow; `k` key, `count` bytes follow. Written and read by the same
/// build, so it has no version.
package enum Packed {
  package static func pack(_ node: Node) -> String {
    var text = ""
    append(node, to: &text)
    return text
  }

  /// The node that `pack` was given; nil if the text is not whole, or is nested deeper than
  /// `YAML.limitInLevels`. Cost: linear in the text.
  ///
  /// - Parameter leavingOut: a key of the outermost mapping that the node shall not have; it is passed over
  ///   at a tenth of the cost.
  package static func unpack(_ text: String, leavingOut: String? = nil) -> Node? {
    var reader = PackedReader(text)
    guard let node = reader.node(level: 1, leavingOut: leavingOut), reader.isAtEnd else {
      return nil
    }
    return node
  }

  private static func append(_ node: Node, to text: inout String) {
    switch node.content {
    case .scalar(let scalar):
      append(scalar.isPlain ? "p" : "q", node.mark, scalar.text.utf8.count, to: &text)
      text += scalar.text
    case .sequence(let elements):
      append("l", node.mark, elements.count, to: &text)
      for element in elements { append(element, to: &text) }
    case .mapping(let entries):
      append("m", node.mark, entries.count, to: &text)
      for entry in entries {
        append("k", entry.keyMark, entry.key.utf8.count, to: &text)
        text += entry.key
        append(entry.value, to: &text)
      }
    }
  }

  private static func append(_ kind: String, _ mark: Mark, _ count: Int, to text: inout String) {
    text += "\(kind)\(mark.line):\(mark.column):\(count):"
  }
}
