import Findings
import Testing

@testable import Scanner

@Suite struct ScanTests {
  private static let line = "手机号：\(Invented.phone) 身份证号：\(Invented.childID)\n"

  /// Small files, one of several parts, one that is a table, one that is empty.
  private func folder() throws -> LedgerFolder {
    var files = (0..<30).map { (String(100 + $0), String(repeating: Self.line, count: $0 % 7)) }
    let filler = String(repeating: "nothing at all happened here today\n", count: 400)
    files.append(("200.log", String(repeating: Self.line + filler, count: 250)))
    files.append(
      (
        "300.csv",
        "手机号,身份证号\n" + String(repeating: "\(Invented.phone),\(Invented.childID)\n", count: 5000)
      ))
    return try LedgerFolder(files: files.map { (name: $0.0, text: $0.1) })
  }

  private func run(
    _ folder: LedgerFolder, workers: Int, splits: Bool = true, findingsLimit: Int = .max,
    output: RecordingOutput = RecordingOutput(), progress: Progress = Progress()
  ) throws -> RecordingOutput {
    try Scan(Bench.options(findingsLimit: findingsLimit), workers: workers, splits: splits).run(
      folder.sources, output: output, encoder: PlaceEncoder(), progress: progress)
    return output
  }

  private func words(_ output: RecordingOutput) -> [String] {
    output.reports.map { report in
      let matches = report.tally.fields.sorted { $0.key < $1.key }.map {
        "\($0.key.field)/\($0.key.type): \($0.value.matches), \($0.value.distinct.count)"
      }
      return "\(report.identity.path.count) \(report.coverage) \(report.gaps) \(matches)"
    }
  }

  @Test("The output is the same for any number of workers, and whether files are cut or not")
  func workers() throws {
    let folder = try folder()
    let model = try run(folder, workers: 1, splits: false)
    #expect(model.reports.count == 32)
    let small: Int = (0..<30).reduce(0) { $0 + $1 % 7 }
    #expect(model.lines.count == small * 2 + 500 + 10_000)
    for (workers, splits) in [(1, true), (2, true), (3, false), (8, true)] {
      let output = try run(folder, workers: workers, splits: splits)
      let isSame = output.lines == model.lines
      #expect(isSame, "lines of \(workers) workers, cut: \(splits)")
      #expect(words(output) == words(model))
    }
  }

  @Test("The limit of listed findings is that of the whole file, cut or not")
  func limit() throws {
    let folder = try folder()
    let outputs = try [false, true].map {
      try run(folder, workers: 2, splits: $0, findingsLimit: 4)
    }
    #expect(outputs[0].lines == outputs[1].lines)
    #expect(outputs[0].lines.count { $0.hasPrefix("200.log") } == 8)
    #expect(words(outputs[0]) == words(outputs[1]))
  }

  @Test(
    "An output that fails at its Nth call ends the run with its error", arguments: [1, 2, 5, 40])
  func failing(call: Int) throws {
    let folder = try folder()
    for workers in [1, 4] {
      let output = RecordingOutput(failingCall: call)
      #expect(throws: OutputError.self) {
        try run(folder, workers: workers, output: output)
      }
      #expect(output.callsAfterFailure == 0)
    }
  }

  @Test("A run that is cancelled before it begins reads little and marks it")
  func cancelledAtOnce() throws {
    let folder = try folder()
    let progress = Progress()
    progress.cancel()
    let output = try run(folder, workers: 2, progress: progress)
    #expect(output.reports.count <= 4)
  }

  @Test("A run that is cancelled reports every source of which findings are listed")
  func cancelled() throws {
    let folder = try folder()
    for calls in [1, 5, 30] + Array(54...64) {
      for workers in [1, 3] {
        let progress = Progress()
        let output = CancellingOutput(progress, atCall: calls)
        try Scan(Bench.options(), workers: workers).run(
          folder.sources, output: output, encoder: PlaceEncoder(), progress: progress)
        let listed = Set(output.lines.map { $0.split(separator: " ")[0] })
        let reported = Set(
          output.reports.map { report in
            String(decoding: report.identity.path, as: UTF8.self).split(separator: "/").last ?? ""
          })
        #expect(listed.isSubset(of: reported), "cancelled at call \(calls), \(workers) workers")
        for report in output.reports where report.gaps.isEmpty {
          #expect(report.coverage.bytes == report.coverage.bytesScanned)
        }
        let counted = output.reports.reduce(0) { sum, report in
          sum + report.tally.fields.values.reduce(0) { $0 + $1.matches }
        }
        #expect(counted == output.lines.count, "cancelled at call \(calls), \(workers) workers")
      }
    }
  }
}

/// Cancels the run when it has been called so often.
private final class CancellingOutput: ScanOutput {
  private let progress: Progress
  private var callsLeft: Int
  private(set) var lines: [String] = []
  private(set) var reports: [SourceReport] = []

  init(_ progress: Progress, atCall: Int) {
    self.progress = progress
    callsLeft = atCall
  }

  func write(findings bytes: [UInt8]) {
    count()
    lines += bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  func finished(_ report: SourceReport) {
    count()
    reports.append(report)
  }

  private func count() {
    callsLeft -= 1
    if callsLeft == 0 { progress.cancel() }
  }
}
