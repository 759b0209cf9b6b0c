import ArgumentParser
import Findings

/// What is looked for, by which policies, and what is written: the arguments of every scan.
struct ReportArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write the full set of reports into this directory.", valueName: "dir"))
  var report: String?

  @Flag(help: "Use the report directory even if it holds something else.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Keep what people wrote in an earlier inventory.csv, saved as CSV or as Unicode text.",
      valueName: "inventory"))
  var update: String?

  @Option(
    help: ArgumentHelp(
      "Write a record of processing (CSV), and an impact assessment beside it.",
      valueName: "file"))
  var ropa: String?

  @Option(help: "What goes to standard output: text, jsonl (findings) or csv (inventory).")
  var format = OutputFormat.text

  @Option(
    help: ArgumentHelp(
      "How many findings are written per asset, field and type: all, first:N or none.",
      valueName: "amount"))
  var findings = FindingsAmount.all

  @Option(
    help: ArgumentHelp(
      "Policies to judge by; the first decides the class.", valueName: "id[,id...]"))
  var policy = CommaList(["pipl"])

  @Option(
    help: ArgumentHelp("A policy of your own; may be given more than once.", valueName: "file"))
  var policyFile: [String] = []

  @Option(help: ArgumentHelp("A directory with rules of your own.", valueName: "dir"))
  var rules: String?

  @Option(help: ArgumentHelp("Look for these types only.", valueName: "id[,id...]"))
  var types: CommaList?

  @Option(help: ArgumentHelp("Do not look for these types.", valueName: "id[,id...]"))
  var excludeTypes: CommaList?

  @Option(help: "The weakest finding that is listed: possible, likely or certain.")
  var minConfidence = LevelChoice.likely

  @Option(
    help: ArgumentHelp(
      "The day ages are reckoned on (default: today in Shanghai).", valueName: "YYYY-MM-DD"))
  var asOf: CivilDate?

  @Flag(help: "Every file that was not scanned whole makes the run incomplete.")
  var strict = false

  @Flag(help: "Write values unmasked into findings.")
  var reveal = false

  @Option(help: ArgumentHelp("Key of the fingerprints: a file of 32 bytes.", valueName: "file"))
  var keyFile: String?

  @Option(help: "Language of titles, reports and messages: zh or en (default: the locale's).")
  var lang: LanguageChoice?

  @Option(help: "Show progress on standard error: auto, always or never.")
  var progress = Choice.auto

  @Option(help: "Use colours: auto, always or never.")
  var color = Choice.auto

  @Flag(name: .shortAndLong, help: "No summary, no progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more on standard error.")
  var verbose = false
}
