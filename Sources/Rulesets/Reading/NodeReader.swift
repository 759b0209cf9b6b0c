package import RulesetSource

/// Reads a value as what it is expected to be, and reports where it is something else.
///
/// Every reading gives nil or an empty list after a report, so that a loader goes on and finds the
/// other faults of the file too.
package struct NodeReader {
  package let node: Node
  package let file: String
  /// See `Diagnostic.path`.
  package let path: String
  package let diagnostics: DiagnosticCollector

  /// A reader of a file's root.
  package init(_ node: Node, file: String, diagnostics: DiagnosticCollector) {
    self.init(node, file: file, path: "", diagnostics: diagnostics)
  }

  init(_ node: Node, file: String, path: String, diagnostics: DiagnosticCollector) {
    self.node = node
    self.file = file
    self.path = path
    self.diagnostics = diagnostics
  }

  /// Reports a fault of this value, or of a place inside it.
  package func report(_ problem: Diagnostic.Problem, at mark: Mark? = nil) {
    diagnostics.report(
      Diagnostic(file: file, mark: mark ?? node.mark, path: path, problem: problem))
  }

  /// What the value is made of.
  package var shape: Diagnostic.Shape {
    switch node.content {
    case .scalar: .text
    case .sequence: .list
    case .mapping: .mapping
    }
  }

  /// The value as a mapping.
  package func mapping() -> MappingReader? {
    guard case .mapping(let entries) = node.content else {
      report(.wrongShape(expected: .mapping, found: shape))
      return nil
    }
    return MappingReader(self, entries: entries)
  }

  /// The elements of a list, each with a reader of its own.
  package func elements() -> [NodeReader] {
    guard case .sequence(let elements) = node.content else {
      report(.wrongShape(expected: .list, found: shape))
      return []
    }
    return elements.enumerated().map { index, element in
      NodeReader(element, file: file, path: "\(path)[\(index + 1)]", diagnostics: diagnostics)
    }
  }

  /// The value as text. Text between quotes may be empty; a missing value (`key:`) is a fault.
  package func string() -> String? {
    guard case .scalar(let scalar) = node.content else {
      report(.wrongShape(expected: .text, found: shape))
      return nil
    }
    guard !(scalar.isPlain && scalar.text.isEmpty) else {
      report(.emptyValue)
      return nil
    }
    return scalar.text
  }

  /// The value as a decimal integer without quotes, within `range`.
  package func int(in range: ClosedRange<Int> = .min ... .max) -> Int? {
    guard let text = string() else { return nil }
    guard case .scalar(let scalar) = node.content, scalar.isPlain, let number = Int(text) else {
      report(.notAnInteger(text))
      return nil
    }
    guard range.contains(number) else {
      report(.outOfRange(number, allowed: range))
      return nil
    }
    return number
  }

  /// `true` or `false`; `yes`, `on` and the like are refused rather than guessed.
  package func bool() -> Bool? {
    guard let text = string() else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report(.notYesOrNo(text))
      return nil
    }
  }

  /// One word of a closed list.
  package func word<Value>(from words: [(name: String, value: Value)]) -> Value? {
    guard let text = string() else { return nil }
    guard let word = words.first(where: { $0.name == text }) else {
      report(.notOneOf(text, allowed: words.map(\.name)))
      return nil
    }
    return word.value
  }

  /// A list of texts; what is not text is reported and left out.
  package func strings() -> [String] { elements().compactMap { $0.string() } }
}
