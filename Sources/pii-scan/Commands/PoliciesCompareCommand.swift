import ArgumentParser
import Policies
import Reports

/// `pii-scan policies compare ID ID...`
struct PoliciesCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show where policies disagree on a class, with the clauses that decide.",
    discussion: """
      A datum has a block of its own for persons of an age where that changes anything; without an \
      age it stands for everybody.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "The ids of two or more policies; `pii-scan policies list` has them.")
  var ids: [String]

  @Flag(help: "Show what the policies agree on too.")
  var all = false

  @Option(help: "What goes to standard output: text or json.")
  var format = Format.text

  @OptionGroup var arguments: PoliciesCommand.Arguments

  func validate() throws {
    if ids.count < 2 { throw ValidationError("compare takes two or more policies") }
  }

  func run() throws {
    try arguments.display.explaining {
      let rulebook = try arguments.rulebook()
      let judge = try Judge(
        policies: rulebook.policies(named: ids), library: rulebook.policies,
        types: rulebook.types)
      let comparison = Comparison(judge, types: rulebook.types)
      switch format {
      case .text:
        var sheet = ComparisonSheet(
          comparison, judge, types: rulebook.types, page: arguments.display.page())
        try sheet.written(showsAll: all).write()
      case .json:
        let document = ComparisonDocument(comparison, judge, types: rulebook.types)
        try StandardOutput().write(document.bytes(showsAll: all))
      }
    }
  }
}
