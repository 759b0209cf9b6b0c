import ArgumentParser

/// `pii-scan`: what personal data is in here, whose, how sensitive, by which clause.
@main
struct PIIScan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pii-scan",
    abstract: "Finds and judges personal data in files, database dumps and databases.",
    discussion: """
      Exit status of a scan: 0 everything was read, 2 something that counts was not, 64 wrong \
      usage, 65 bad rule or policy, 74 output cannot be written, 130 interrupted. Of an audit \
      besides: 1 the verdict is fail.
      """,
    version: Version.text,
    subcommands: [
      ScanCommand.self, AuditCommand.self, DatabaseCommand.self, MergeCommand.self,
      RulesCommand.self, PoliciesCommand.self,
    ],
    defaultSubcommand: ScanCommand.self)

  /// Everything but wrong usage is reported by the commands themselves, with its exit status.
  static func main() {
    CrashDumps.forbid()
    FreedMemory.giveBack()
    Interrupt.ignoreBrokenPipes()
    do {
      var command = try leaf(CommandLine.arguments.dropFirst()) ?? parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// The command that the first argument names, parsed by itself; nil where it names none, and where there is
  /// anything to say to the user: the whole tree says it, with the names of all commands above.
  ///
  /// The tree asks a command six times for its options, by reflection; that is a third of a millisecond each.
  private static func leaf(_ arguments: ArraySlice<String>) -> (any ParsableCommand)? {
    let leaves: [any ParsableCommand.Type] = [
      ScanCommand.self, AuditCommand.self, DatabaseCommand.self, MergeCommand.self,
    ]
    let type = leaves.first { $0.configuration.commandName == arguments.first }
    if type != nil { Rulebook.readAhead() }
    do {
      return try type?.parseAsRoot(Array(arguments.dropFirst()))
    } catch {
      return nil
    }
  }
}
