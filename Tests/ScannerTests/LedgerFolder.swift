import Findings
import Foundation
import Inputs

@testable import Scanner

/// A folder of small files, so that a coordinator has something to hand out.
final class LedgerFolder {
  let path: String

  init(files: [(name: String, text: String)]) throws {
    path = NSTemporaryDirectory() + "pii-scan-scanner-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: path + "/" + name)) }
  }

  /// `count` files named so that their order by bytes is their order by number.
  convenience init(count: Int) throws {
    try self.init(files: (0..<count).map { (String(10_000 + $0), "x\n") })
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var sources: SourceQueue {
    SourceQueue(
      includesStandardInput: false,
      walk: DirectoryWalk(roots: [Array(path.utf8)], options: WalkOptions()))
  }
}

/// Keeps what a scan hands over, in the order in which it comes.
final class RecordingOutput: ScanOutput {
  private(set) var lines: [String] = []
  private(set) var reports: [SourceReport] = []
  /// Calls until the output fails; nil for never.
  private var callsLeft: Int?
  private(set) var callsAfterFailure = 0

  init(failingCall: Int? = nil) { callsLeft = failingCall }

  func write(findings bytes: [UInt8]) throws(OutputError) {
    try count()
    lines += bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  func finished(_ report: SourceReport) throws(OutputError) {
    try count()
    reports.append(report)
  }

  private func count() throws(OutputError) {
    guard let left = callsLeft else { return }
    if left <= 0 { callsAfterFailure += 1 }
    callsLeft = left - 1
    if left <= 1 { throw OutputError(path: "out", errno: 28) }
  }

  var names: [String] {
    reports.map {
      String(decoding: $0.identity.path.split(separator: 0x2F).last ?? [], as: UTF8.self)
    }
  }
}

/// One line a finding: the source's name, line, record and place of the finding.
struct PlaceEncoder: FindingEncoder {
  func encode(
    _ batch: borrowing FindingBatch, _ range: Range<Int>, of part: PartContext,
    into out: inout [UInt8]
  ) {
    let name = String(decoding: part.source.path.split(separator: 0x2F).last ?? [], as: UTF8.self)
    for index in range {
      let finding = batch.findings[index]
      let table = Int(finding.table)
      let base = part.recordBases.indices.contains(table) ? part.recordBases[table] : 0
      let (line, record) = (part.lineBase + finding.line, base + finding.record)
      out += Array("\(name) \(line) \(finding.column) \(record) \(finding.start)\n".utf8)
    }
  }
}
