/// A value of a ruleset file, with the place it was written at.
///
/// It is what YAML has in common with the rule files: text, lists and mappings with text keys. There
/// are no types below text; a reader decides whether `010` is a number or an area code.
package struct Node: Hashable, Sendable {
  package let content: Content
  package let mark: Mark

  package init(_ content: Content, at mark: Mark) {
    self.content = content
    self.mark = mark
  }

  package enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// The entries in the order of the file; no key stands twice.
    case mapping([Entry])
  }
}

extension Node {
  /// A piece of text.
  package struct Scalar: Hashable, Sendable {
    package let text: String
    /// Whether it was written without quotes; an empty plain scalar is a missing value.
    package let isPlain: Bool

    package init(_ text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }
  }

  /// A key of a mapping with its value.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let keyMark: Mark
    package let value: Node

    package init(key: String, keyMark: Mark, value: Node) {
      self.key = key
      self.keyMark = keyMark
      self.value = value
    }
  }

  /// The value under `key`, if this is a mapping that has it. Cost: linear in the number of keys.
  package subscript(_ key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
