package import Detectors
package import Findings
import RulesetSource

/// Rules and tables that were loaded without a fault, ready to be chosen from and compiled.
package struct LoadedRules: Sendable {
  /// In the order of their ids' bytes.
  package let rules: [RuleSource]
  package let tables: FactTables
  /// See `RulesetLoader`; printed in every report.
  package let hash: String

  /// The types, in the order of `rules`.
  package var types: [TypeInfo] { rules.map(\.rule.info) }

  /// Compiles the rules of `types`, or all of them.
  ///
  /// - Throws: every pattern that PCRE2 refuses and every check that does not exist, with its line.
  package func compile(only types: Set<TypeID>? = nil) throws(RulesetError) -> RuleSet {
    let chosen = rules.filter { types?.contains($0.rule.id) ?? true }
    do {
      return try RuleSet(rules: chosen.map(\.rule), tables: tables)
    } catch {
      throw RulesetError(diagnostics: error.faults.map(diagnostic))
    }
  }

  private func diagnostic(_ fault: RuleSetError.Fault) -> Diagnostic {
    let source = rules.first { $0.rule.id == fault.rule }
    let form = source?.forms[fault.form]
    let (place, problem): (RuleSource.Place?, Diagnostic.Problem) =
      switch fault.cause {
      case .pattern(let offset, let message):
        (
          form?.pattern,
          .pattern(offsetInBytes: offset, message: message)
        )
      case .unknownCheck(let name, let known):
        (
          form?.checks[name],
          .unknownName(name, kind: "check", nearest: Spelling.nearest(to: name, among: known))
        )
      }
    return Diagnostic(
      file: place?.file ?? source?.file ?? "", mark: place?.mark ?? .start,
      path: "forms.\(fault.form)", problem: problem)
  }
}
