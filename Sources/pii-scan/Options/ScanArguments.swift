import ArgumentParser
import Findings

/// The arguments that `scan` and `audit` share.
struct ScanArguments: ParsableArguments {
  @Argument(help: "Files and directories to scan; `-` is standard input.")
  var paths: [String]

  @Option(
    help: ArgumentHelp("Write the full set of reports into this directory.", valueName: "dir"))
  var report: String?

  @Flag(help: "Use the report directory even if it holds something else.")
  var force = false

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

  @Option(help: "Number of workers (default: processors). The output does not depend on it.")
  var threads: Int?

  @Option(help: ArgumentHelp("Scan only files that match.", valueName: "glob"))
  var include: [String] = []

  @Option(help: ArgumentHelp("Leave out files and directories that match.", valueName: "glob"))
  var exclude: [String] = []

  @Flag(help: "Let .gitignore files count as well as .piiignore files.")
  var gitignore = false

  @Flag(help: "Let no ignore file count.")
  var noIgnore = false

  @Option(
    help: ArgumentHelp("Leave larger files out, as a gap (e.g. 500M, 2G).", valueName: "size"))
  var maxFileSize: ByteCount?

  @Option(
    help: ArgumentHelp("Deepest archive within archives that is opened.", valueName: "levels"))
  var maxArchiveDepth: Int?

  @Option(
    help: ArgumentHelp(
      "Unpack no more than this of a file (default: 8G); what is beyond is a gap.",
      valueName: "size"))
  var maxArchiveSize: ByteCount?

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

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads)")
    }
    if let maxArchiveDepth, !(0...64).contains(maxArchiveDepth) {
      throw ValidationError(
        "--max-archive-depth takes a number from 0 to 64, not \(maxArchiveDepth)")
    }
    if gitignore, noIgnore {
      throw ValidationError("--gitignore and --no-ignore contradict one another")
    }
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input (-) can be read only once")
    }
  }
}
