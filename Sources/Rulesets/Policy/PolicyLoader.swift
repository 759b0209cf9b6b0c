package import Findings
package import Policies
package import RulesetSource

/// Reads policy files: `docs/policies.md` describes them.
///
/// All faults of all files are reported together, each with file, line and column; a file with a
/// fault gives no policy.
package struct PolicyLoader {
  /// A file that was parsed, under the name that errors give it.
  package struct File {
    package let name: String
    package let root: Node

    package init(name: String, root: Node) {
      self.name = name
      self.root = root
    }
  }

  private let types: Set<TypeID>
  private let library: [Policy]
  private let diagnostics: DiagnosticCollector

  /// - Parameters:
  ///   - types: every type that a policy may name, and must class.
  ///   - library: policies that were loaded before and that these may extend.
  ///   - diagnostics: where faults are gathered.
  package init(types: [TypeID], library: [Policy] = [], diagnostics: DiagnosticCollector) {
    self.types = Set(types)
    self.library = library
    self.diagnostics = diagnostics
  }

  /// The id of the policy in a file of this name: a policy is named for its file.
  package static func id(of name: String) -> String { PolicyReader.id(of: name) }

  /// The policies of `files`, in their order, without those that have faults.
  ///
  /// - Parameter areProven: the files are known to be without fault together with what they extend, as the
  ///   built-in ones are, which the tests prove: each is read, and what only all of them can tell is not
  ///   looked for.
  package func load(_ files: [File], areProven: Bool = false) -> [Policy] {
    var drafts: [PolicyDraft] = []
    for file in files {
      var reader = PolicyReader(file: file, types: types, diagnostics: diagnostics)
      guard let draft = reader.read() else { continue }
      if drafts.contains(where: { $0.policy.id == draft.policy.id })
        || library.contains(where: { $0.id == draft.policy.id })
      {
        draft.root.report(.repeated(draft.policy.id, first: nil))
        continue
      }
      drafts.append(draft)
    }
    guard !areProven else { return drafts.filter { !$0.isFaulty }.map(\.policy) }
    let linker = PolicyLinker(drafts: drafts, library: library, types: types)
    return drafts.filter { linker.isSound($0) }.map(\.policy)
  }
}
