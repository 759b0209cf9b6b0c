import ArgumentParser

/// `pii-scan policies`: by which texts data is judged.
struct PoliciesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policies",
    abstract:
      "Show and compare the policies that data is judged by, or check policies of your own.",
    subcommands: [
      PoliciesListCommand.self, PoliciesShowCommand.self, PoliciesCompareCommand.self,
      PoliciesCheckCommand.self,
    ])

  /// What the subcommands share.
  struct Arguments: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "A policy of your own; may be given more than once.", valueName: "file"))
    var policyFile: [String] = []

    @Option(
      help: ArgumentHelp(
        "A directory with rules of your own, whose types policies may name.", valueName: "dir"))
    var rules: String?

    @OptionGroup var display: DisplayArguments

    /// Built-in rules and policies, the user's, and those of `files`.
    func rulebook(adding files: [String] = []) throws -> Rulebook {
      try Rulebook(ruleDirectory: rules, policyFiles: policyFile + files)
    }
  }
}
