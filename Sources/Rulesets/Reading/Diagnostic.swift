package import RulesetSource

/// A fault of a ruleset file, with its place. All of a file's faults are gathered and told together.
package struct Diagnostic: Hashable, Sendable {
  package let file: String
  package let mark: Mark
  /// The keys and positions that lead to the place: `checks[2].chance`; empty for the file's root.
  package let path: String
  package let problem: Problem

  package init(file: String, mark: Mark, path: String, problem: Problem) {
    self.file = file
    self.mark = mark
    self.path = path
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    /// The file cannot be read at all.
    case syntax(RulesetSyntaxError.Reason)
    /// A key that nothing reads; `nearest` is the known key that it is probably meant to be.
    case unknownKey(String, nearest: String?)
    case missingKey(String)
    case wrongShape(expected: Shape, found: Shape)
    /// A key is there and its value is not.
    case emptyValue
    case notAnInteger(String)
    case outOfRange(Int, allowed: ClosedRange<Int>)
    case notYesOrNo(String)
    /// Not one of a closed list of words.
    case notOneOf(String, allowed: [String])
    /// The same name twice where each may stand once; `first` is the other place.
    case repeated(String, first: Mark?)
    /// Names something that does not exist, such as a type, a check or a table.
    case unknownName(String, kind: String, nearest: String?)
    /// PCRE2 refuses a pattern: bytes from its first character, and PCRE2's words.
    case pattern(offsetInBytes: Int, message: String)
    /// An example that comes out otherwise than the rule says; `rules check` alone finds these.
    case example(RuleExampleFault)
    /// Well-formed and still wrong; `reason` is one plain sentence in English.
    case unsound(value: String, reason: String)
  }

  package enum Shape: String, Hashable, Sendable {
    case text
    case list
    case mapping
  }
}

extension Diagnostic {
  /// A file that cannot be read at all.
  package init(_ error: RulesetSyntaxError) {
    self.init(file: error.file, mark: error.mark, path: "", problem: .syntax(error.reason))
  }
}
