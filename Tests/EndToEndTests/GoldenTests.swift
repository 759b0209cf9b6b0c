import Foundation
import Testing

/// The reports of two folders of the corpus against recorded ones, byte by byte.
///
/// `make golden` records them anew; the difference is then to be read like any other change.
@Suite(.serialized) struct GoldenTests {
  private static let folders = ["encodings", "hostile"]
  private static let recorded = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  private static let records = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Reports of the folders, copied to where their times can be set.
  private func written(by threads: Int) throws -> [String: String] {
    let scratch = try Scratch()
    let corpus = scratch.path + "/corpus"
    try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
    for folder in Self.folders {
      let copy = corpus + "/" + folder
      try FileManager.default.copyItem(
        atPath: Repository.folder + "/corpus/" + folder, toPath: copy)
      for name in try FileManager.default.contentsOfDirectory(atPath: copy) {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_790_000_000)],
          ofItemAtPath: copy + "/" + name)
      }
    }
    let key = try scratch.write("key", [UInt8](repeating: 7, count: 32))
    let outcome = try Program.scanner.run(
      [
        "corpus", "--exclude", "expected*.jsonl", "--report", "report", "--key-file", key,
        "--as-of", "2026-11-22", "--policy", "pipl,gbt-35273-2020", "--lang", "en", "--threads",
        String(threads), "--quiet",
      ], in: scratch.path, limit: .seconds(60))
    #expect(outcome.status == 2, "\(outcome.errorText)")
    var reports: [String: String] = [:]
    // What is binary or drawn has tests of its own.
    for name in try scratch.names(in: "report")
    where !name.hasSuffix(".bin") && !name.hasSuffix(".html") {
      let text = String(decoding: try scratch.bytes(of: "report/" + name), as: UTF8.self)
      reports[name] = name == "summary.json" ? Self.withoutVersions(text) : text
    }
    return reports
  }

  /// The state of the rules and of the libraries is not what is recorded.
  private static func withoutVersions(_ text: String) -> String {
    text.replacing(/"(version|ruleset|pcre2)": "[^"]*"/) { match in
      "\"\(match.1)\": \"…\""
    }
  }

  @Test("The reports are the recorded ones, on any number of threads", arguments: [1, 2, 8])
  func reports(threads: Int) throws {
    let found = try written(by: threads)
    #expect(found.count == 6)
    for (name, text) in found.sorted(by: { $0.key < $1.key }) {
      let file = Self.recorded.appending(path: name)
      if Self.records, threads == 1 {
        try Data(text.utf8).write(to: file)
        continue
      }
      let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let line = zip(
        text.split(separator: "\n", omittingEmptySubsequences: false),
        expected.split(separator: "\n", omittingEmptySubsequences: false)
      ).enumerated().first { $1.0 != $1.1 }
      let isSame = text == expected
      #expect(isSame, "\(name) differs, first in line \(line.map { $0.offset + 1 } ?? 0)")
    }
  }
}
