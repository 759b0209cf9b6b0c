import ArgumentParser
import Policies

/// `pii-scan policies show ID`
struct PoliciesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything that a policy says, clause by clause.")

  @Argument(help: "The id of a policy; `pii-scan policies list` has them.")
  var id: String

  @OptionGroup var arguments: PoliciesCommand.Arguments

  func run() throws {
    try arguments.display.explaining {
      let rulebook = try arguments.rulebook()
      let judge = try Judge(
        policies: rulebook.policies(named: [id]), library: rulebook.policies,
        types: rulebook.types)
      var sheet = PolicySheet(judge, types: rulebook.types, page: arguments.display.page())
      try sheet.written().write()
    }
  }
}
