import Findings
import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct ReportSetTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pii-scan-set-\(UUID().uuidString)").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  /// Writes a run into `folder` and gives its files by name.
  @discardableResult
  private func write(
    into folder: String, run: RunDescription = Example.run(), outcome: RunOutcome = RunOutcome()
  ) throws -> [String: Data] {
    let set = try ReportSet(
      run: run, display: Display(useColor: false),
      directory: ReportDirectory(path: folder, force: false), standardOutput: nil, format: "text")
    for source in TerminalSummaryTests.sources {
      try set.write(findings: Array("{\"path\":\"…\"}\n".utf8))
      try set.finished(source)
    }
    try set.finish(outcome)
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(filePath: folder + "/" + name))
    }
    return files
  }

  @Test("The registry lists every format of the folder, and every file of the directory is ours")
  func registry() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reports/Formats").standardized
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    let run = Example.run()
    let made = Report.all.map { report in
      String(describing: type(of: report.make(run, Display(useColor: false)))) + ".swift"
    }
    #expect(made.sorted() == files.sorted())
    let names = Report.all.compactMap(\.fileName)
    #expect(Set(names).count == names.count)
    #expect(Set(names).isSubset(of: ReportDirectory.fileNames))
    #expect(names.last == "summary.json")
    #expect(Report.all.compactMap(\.formatOption).sorted() == ["csv", "jsonl", "text"])
    #expect(Report.all.filter(\.carriesFindings).map(\.fileName) == ["findings.jsonl"])
  }

  @Test("A run writes its files, and twice the same bytes")
  func deterministic() throws {
    try withFolder { folder in
      let first = try write(into: folder)
      #expect(
        first.keys.sorted() == [
          "coverage.csv", "data-map.html", "declared.csv", "findings.jsonl", "inventory.csv",
          "minors.csv",
          "state.bin", "summary.json",
        ])
      #expect(first["findings.jsonl"]?.count == 5 * "{\"path\":\"…\"}\n".utf8.count)
      #expect(try write(into: folder) == first)
    }
  }

  @Test("An interrupted run leaves its files, marked incomplete")
  func interrupted() throws {
    try withFolder { folder in
      let files = try write(into: folder, outcome: RunOutcome(isInterrupted: true))
      let summary = try JSONValue(try #require(files["summary.json"]))
      #expect(summary["interrupted"] == .boolean(true))
      #expect(files.count == 8)
    }
  }

  @Test("A run that is abandoned leaves nothing")
  func abandoned() throws {
    try withFolder { folder in
      let set = try ReportSet(
        run: Example.run(), display: Display(useColor: false),
        directory: ReportDirectory(path: folder, force: false), standardOutput: nil,
        format: "text")
      try set.finished(TerminalSummaryTests.sources[1])
      set.abandon()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  @Test(
    "Standard output gets the format that was asked for, and findings are encoded only for need",
    arguments: [
      ("text", "Type", false), ("jsonl", "line\n", true), ("csv", "\u{FEFF}path,member", false),
    ])
  func standardOutput(format: String, beginning: String, encodes: Bool) throws {
    let pipe = Pipe()
    let set = try ReportSet(
      run: Example.run(), display: Display(useColor: false), directory: nil,
      standardOutput: StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor),
      format: format)
    #expect((set.encoder != nil) == encodes)
    try set.write(findings: Array("line\n".utf8))
    try set.finished(TerminalSummaryTests.sources[1])
    try set.finish(RunOutcome())
    try pipe.fileHandleForWriting.close()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.hasPrefix(beginning))
    #expect(!text.contains("line\n") || encodes)
  }

  @Test("A full disk stops the run with an error")
  func fullDisk() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let set = try ReportSet(
      run: Example.run(), display: Display(useColor: false), directory: nil,
      standardOutput: StandardOutput(descriptor: descriptor), format: "jsonl")
    let lines = [UInt8](repeating: 0x41, count: 100_000)
    #expect(throws: OutputError.self) { try set.write(findings: lines) }
  }
}
