import Foundation
import Testing

/// One run of the program as a user starts it.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// - Parameter language: `LANG` of the run.
  init(_ arguments: String..., language: String = "en_GB.UTF-8") throws {
    try self.init(arguments: arguments, language: language)
  }

  init(arguments: [String], language: String = "en_GB.UTF-8") throws {
    // The tests lie beside the program that they were built with.
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "pii-scan")
    process.arguments = arguments
    process.environment = ["LANG": language]
    // Files, not pipes: a full pipe would stop a run whose other pipe is read first.
    let folder = try Folder()
    let (outputURL, errorURL) = (try folder.file("output"), try folder.file("errors"))
    process.standardOutput = try FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: errorURL)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: outputURL, encoding: .utf8)
    errors = try String(contentsOf: errorURL, encoding: .utf8)
  }

  /// A folder of a test's own, gone with the value.
  final class Folder {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "pii-scan-\(UUID())")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path(percentEncoded: false) }

    @discardableResult
    func file(_ name: String, _ text: String = "") throws -> URL {
      let file = url.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file
    }
  }
}

extension String {
  var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  /// Columns of a terminal, as far as the texts of these tests go: 2 for what is Chinese.
  var columns: Int { unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }

  var hasChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
