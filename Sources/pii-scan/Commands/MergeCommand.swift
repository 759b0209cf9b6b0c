import ArgumentParser

/// `pii-scan merge REPORT...`: several reports become one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put several reports together, as if one run had read all.",
    discussion: """
      The reports must have been made with one key file, by the same rules, policies and options, for \
      one day. Shares of one run (--shard) give the same bytes as the whole, in any order; other \
      reports go by path and must not hold the same file. Exit status as of a scan or an audit.
      """)

  @Argument(help: "Directories that --report wrote.")
  var reports: [String]

  @OptionGroup var arguments: MergeArguments

  func run() throws {
    throw ExitCode(MergeSession(arguments, reports).run())
  }
}
