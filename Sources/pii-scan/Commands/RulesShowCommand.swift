import ArgumentParser
import Detectors
import Findings
import Rulesets

/// `pii-scan rules show ID`
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a rule in full: patterns, checks, weights, examples.")

  @Argument(help: "The id of a rule; `pii-scan rules list` has them.")
  var id: String

  @OptionGroup var arguments: RulesCommand.Arguments

  func run() throws {
    try arguments.display.explaining {
      let rules = try Rulebook(ruleDirectory: arguments.rules, policyFiles: []).rules
      guard let source = rules.rules.first(where: { $0.rule.id.rawValue == id }) else {
        throw UnknownName(kind: .rule, name: id, known: rules.rules.map(\.rule.id.rawValue))
      }
      var sheet = RuleSheet(source, tables: rules.tables, page: arguments.display.page())
      try sheet.written().write()
    }
  }
}
