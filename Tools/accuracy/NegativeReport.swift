import Foundation

/// Counts findings in material that holds nothing personal: per type, per megabyte, per file.
struct NegativeReport {
  /// How many findings of each type a file has.
  private var byFile: [String: [String: Int]] = [:]
  private var byType: [String: [String: Int]] = [:]
  private let megabytes: Double
  private let files: Int
  private let aside: Set<String>

  /// `coverage` tells how much was scanned; `aside` are types that the rate leaves out.
  init(findings: URL, coverage: InventoryTable, aside: Set<String>, weakestLevel: Int) throws {
    let bytes = coverage.rows.reduce(0) { $0 + (Int($1["bytes_scanned"] ?? "") ?? 0) }
    megabytes = Double(bytes) / 1_000_000
    files = coverage.rows.count { (Int($0["bytes_scanned"] ?? "") ?? 0) > 0 }
    self.aside = aside
    var fileCounts: [String: [String: Int]] = [:]
    var typeCounts: [String: [String: Int]] = [:]
    try JSONLines(url: findings).forEach(ReportedFinding.self) { finding in
      guard (ReportedFinding.levels.firstIndex(of: finding.level) ?? 0) >= weakestLevel else {
        return
      }
      fileCounts[finding.path, default: [:]][finding.type, default: 0] += 1
      typeCounts[finding.type, default: [:]][finding.level, default: 0] += 1
    }
    byFile = fileCounts
    byType = typeCounts
  }

  private func count(_ types: [String: Int]) -> Int {
    types.filter { !aside.contains($0.key) }.values.reduce(0, +)
  }

  var findings: Int { byFile.values.reduce(0) { $0 + count($1) } }

  var perMegabyte: Double { megabytes == 0 ? 0 : Double(findings) / megabytes }

  func text(topFiles: Int) -> String {
    var lines = [
      String(
        format: "%.1f MB in %d files: %d findings beside %@, %.4f a MB", megabytes, files, findings,
        aside.sorted().joined(separator: ", "), perMegabyte)
    ]
    for (type, levels) in byType.sorted(by: { $0.key < $1.key }) {
      let parts = levels.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      lines.append(TrialReport.row([type, parts.joined(separator: ", ")]))
    }
    let worst = byFile.filter { count($0.value) > 0 }
      .sorted { (count($1.value), $0.key) < (count($0.value), $1.key) }
    for (path, types) in worst.prefix(topFiles) {
      let parts = types.filter { !aside.contains($0.key) }.sorted { $0.key < $1.key }
        .map { "\($0.value) \($0.key)" }
      lines.append("  \(path): " + parts.joined(separator: ", "))
    }
    if worst.count > topFiles { lines.append("  and \(worst.count - topFiles) more files") }
    return lines.joined(separator: "\n") + "\n"
  }
}
