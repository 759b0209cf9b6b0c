import ArgumentParser
import Databases
import Scanner

/// The arguments that `scan` and `audit` share.
struct ScanArguments: ParsableArguments {
  @Argument(help: "Files and directories to scan; `-` is standard input.")
  var paths: [String]

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

  @Option(
    help: ArgumentHelp(
      "Read only this share of the files (2/7: the second of seven); `merge` puts shares together.",
      valueName: "i/n"))
  var shard = Share.whole

  @OptionGroup var reporting: ReportArguments

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads)")
    }
    if let maxArchiveDepth, !(0...64).contains(maxArchiveDepth) {
      throw ValidationError(
        "--max-archive-depth takes a number from 0 to 64, not \(maxArchiveDepth)")
    }
    if shard != .whole, reporting.update != nil || reporting.ropa != nil {
      throw ValidationError(
        "--update and --ropa need the whole run; a share does not know what is gone")
    }
    if gitignore, noIgnore {
      throw ValidationError("--gitignore and --no-ignore contradict one another")
    }
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input (-) can be read only once")
    }
    if shard.count > 1, paths.contains("-") {
      throw ValidationError("standard input (-) has no shares")
    }
    // It is not repeated: it may hold a password.
    if paths.contains(where: DatabaseURL.isOne) {
      throw ValidationError("a live database is read by `pii-scan db`, one URL at a time")
    }
  }
}
