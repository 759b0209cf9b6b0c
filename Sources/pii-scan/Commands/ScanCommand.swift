import ArgumentParser

/// `pii-scan scan PATH...`
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Find personal data; a summary to the terminal, with --report the full set of files.")

  @OptionGroup var arguments: ScanArguments

  func run() throws {
    throw ExitCode(Session(arguments.reporting, of: FileSources(arguments)).run())
  }
}
