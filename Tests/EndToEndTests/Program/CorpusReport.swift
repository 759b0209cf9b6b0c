import Foundation

/// One scan of corpus/ with values revealed, which several suites read.
enum CorpusReport {
  static let revealed = Result {
    let scratch = try Scratch()
    let key = try scratch.write("key", [UInt8](repeating: 7, count: 32))
    let report = scratch.path + "/report"
    // The day that the corpus was written for.
    let outcome = try Program.scanner.run(
      [
        "corpus", "--report", report, "--key-file", key, "--as-of", "2026-11-22", "--reveal",
        "--lang", "en",
      ], in: Repository.folder)
    return (outcome: outcome, reports: try Reports(report))
  }
}
