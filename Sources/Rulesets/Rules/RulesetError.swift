/// Rulesets that cannot be used, with every fault of every file.
package struct RulesetError: Error, Sendable {
  /// Ordered by file, then by place; never empty.
  package let diagnostics: [Diagnostic]

  package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
