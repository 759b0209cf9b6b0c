package import RulesetSource

/// The built-in rulesets, as `BuiltinRulesets` holds them: passed in, so that this module does not
/// depend on the generated one.
package struct EmbeddedRulesets: Sendable {
  package let detectors: [(file: StaticString, packed: StaticString)]
  package let policies: [(file: StaticString, packed: StaticString)]
  package let tables: [(name: StaticString, text: StaticString)]
  package let hash: StaticString

  package init(
    detectors: [(file: StaticString, packed: StaticString)],
    policies: [(file: StaticString, packed: StaticString)],
    tables: [(name: StaticString, text: StaticString)],
    hash: StaticString
  ) {
    self.detectors = detectors
    self.policies = policies
    self.tables = tables
    self.hash = hash
  }

  /// Reads the packed files of a list. That one cannot be read is a fault of the build.
  ///
  /// - Parameter leavingOut: a key of the files that is not needed.
  package static func nodes(
    of files: [(file: StaticString, packed: StaticString)], leavingOut: String? = nil
  ) -> [(file: String, node: Node)] {
    files.map { file, packed in
      guard let node = Packed.unpack(packed.description, leavingOut: leavingOut) else {
        preconditionFailure("a built-in ruleset was packed wrong: \(file)")
      }
      return (file.description, node)
    }
  }
}
