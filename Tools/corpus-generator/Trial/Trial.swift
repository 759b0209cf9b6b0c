import Foundation

/// Held-out material: a folder for each surrounding, drawn anew with every seed.
///
/// Where the committed corpus is small and fixed, the trial is as large as asked; labels, sentences
/// and decoys are its own. Decoys are built to pass the checks that a scanner can compute.
struct Trial {
  let seed: UInt64
  let asOf: CalendarDay
  /// Roughly how many values of each kind every surrounding holds.
  let count: Int

  /// Writes everything under `directory`, with `expected.jsonl` in each folder and, beside tables,
  /// `expected-columns.jsonl`.
  func write(to directory: URL) throws {
    var logs = TrialLogs(seed: seed, asOf: asOf, count: count)
    try write(logs.files(), to: directory, folder: "log")
    for style in TrialProse.Style.allCases {
      var prose = TrialProse(seed: seed, stream: style.rawValue, asOf: asOf, count: count)
      try write([prose.file(style)], to: directory, folder: style.rawValue)
    }
    // Twelve columns of a kind, or so, in the files of each folder.
    let rows = max(count / 4, 20)
    var separated = TrialTables(seed: seed, stream: "csv", asOf: asOf, rows: rows)
    try write(separated.separatedValues(), to: directory, folder: "csv", truth: separated.truth)
    var dumps = TrialTables(seed: seed, stream: "sql", asOf: asOf, rows: rows)
    try write(dumps.dumps(), to: directory, folder: "sql", truth: dumps.truth)
    var documents = TrialDocuments(seed: seed, asOf: asOf, count: count)
    try write(documents.files(), to: directory, folder: "json")
    var code = TrialCode(seed: seed, asOf: asOf, count: count)
    try write(code.files(), to: directory, folder: "code")
    var encodings = TrialEncodings(seed: seed, asOf: asOf, count: count)
    try write(encodings.files(), to: directory, folder: "encodings")
    try Data("expected.jsonl\nexpected-columns.jsonl\n".utf8)
      .write(to: directory.appending(path: ".piiignore"))
  }

  private func write(
    _ files: [Manuscript], to directory: URL, folder: String, truth: String = ""
  ) throws {
    let place = directory.appending(path: folder)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    var lines = ""
    for file in files {
      try Data(file.bytes).write(to: place.appending(path: file.path))
      for item in file.items { lines += item.line(path: folder + "/" + file.path) }
    }
    try Data(lines.utf8).write(to: place.appending(path: "expected.jsonl"))
    if !truth.isEmpty {
      try Data(truth.utf8).write(to: place.appending(path: "expected-columns.jsonl"))
    }
  }
}
