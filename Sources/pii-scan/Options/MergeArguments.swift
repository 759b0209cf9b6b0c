import ArgumentParser

/// What `merge` writes, and the rules and policies that the reports were made with.
struct MergeArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write the merged reports into this directory.", valueName: "dir"))
  var report: String?

  @Flag(help: "Use the report directory even if it holds something else.")
  var force = false

  @Option(help: "What goes to standard output: text, jsonl (findings) or csv (inventory).")
  var format = OutputFormat.text

  @Option(
    help: ArgumentHelp("A policy of your own that the reports used.", valueName: "file"))
  var policyFile: [String] = []

  @Option(help: ArgumentHelp("The directory of your own rules, if any.", valueName: "dir"))
  var rules: String?

  @Option(help: "Language of messages: zh or en (default: the locale's).")
  var lang: LanguageChoice?

  @Option(help: "Use colours: auto, always or never.")
  var color = Choice.auto

  @Flag(name: .shortAndLong, help: "No summary.")
  var quiet = false
}
