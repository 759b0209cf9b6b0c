import ArgumentParser

/// `pii-scan rules`: what is looked for, and how it is told.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show the rules that find data, or check rules of your own.",
    subcommands: [RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self])

  /// What the subcommands share.
  struct Arguments: ParsableArguments {
    @Option(help: ArgumentHelp("A directory with rules of your own.", valueName: "dir"))
    var rules: String?

    @OptionGroup var display: DisplayArguments
  }
}
