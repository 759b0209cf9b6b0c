import Foundation
import TestSupport

/// The files of a report directory, read back.
struct Reports: Sendable {
  let findings: [JSONValue]
  let coverage: CSVTable
  let inventory: CSVTable
  let summary: JSONValue
  /// Every file by its name.
  let files: [String: [UInt8]]

  init(_ directory: String) throws {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
      files[name] = [UInt8](try Data(contentsOf: URL(filePath: directory + "/" + name)))
    }
    self.files = files
    findings = try JSONValue.lines(files["findings.jsonl"] ?? [])
    coverage = CSVTable(files["coverage.csv"] ?? [])
    inventory = CSVTable(files["inventory.csv"] ?? [])
    summary = try JSONValue(files["summary.json"] ?? [])
  }

  /// Status and reason by path, `scanned` or `partly/changed`.
  var fates: [String: String] {
    var fates: [String: String] = [:]
    for row in coverage.rows {
      let (status, reason) = (row["status"] ?? "", row["reason"] ?? "")
      fates[row["path"] ?? ""] = reason.isEmpty ? status : status + "/" + reason
    }
    return fates
  }

  /// What was read of the files whose names end so.
  func fate(_ suffix: String) -> String? { fates.first { $0.key.hasSuffix(suffix) }?.value }

  func text(of name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }
}
