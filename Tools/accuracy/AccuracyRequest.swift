import Foundation

/// What the command line asks for.
struct AccuracyRequest {
  /// A command line that makes no sense, and why.
  struct Refusal: Error {
    let reason: String
  }

  private static let valued = [
    "--expected", "--findings", "--root", "--min-level", "--require", "--inventory",
  ]
  private var options: [String: String] = [:]
  private var flags: Set<String> = []
  private var words: [String] = []

  init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if AccuracyRequest.valued.contains(argument) {
        guard index + 1 < arguments.count else { throw Refusal(reason: "\(argument) asks a value") }
        options[argument] = arguments[index + 1]
        index += 1
      } else if ["--verbose", "--facts"].contains(argument) {
        flags.insert(argument)
      } else if argument.hasPrefix("-") {
        throw Refusal(reason: "unknown option \(argument)")
      } else {
        words.append(argument)
      }
      index += 1
    }
  }

  /// Prints the comparison; false when it falls short of what was required.
  func run() throws -> Bool {
    switch words {
    case []: try compareFindings()
    case ["inventory"]: try compareInventory()
    default: throw Refusal(reason: "no such command")
    }
  }

  private func compareFindings() throws -> Bool {
    let root = options["--root"] ?? ""
    let floor = options["--min-level"] ?? "likely"
    guard let weakest = ReportedFinding.levels.firstIndex(of: floor) else {
      throw Refusal(reason: "no such level: \(floor)")
    }
    let required = options["--require"].map { Double($0) } ?? 0
    guard let required, (0...1).contains(required) else {
      throw Refusal(reason: "--require asks a share between 0 and 1")
    }
    var comparison = FindingComparison(expected: try ExpectedItem.load(from: path("--expected")))
    let findings = try URL(filePath: path("--findings"))
    try JSONLines(url: findings).forEach(ReportedFinding.self) { finding in
      comparison.take(finding, root: root, weakestLevel: weakest)
    }
    let report = AccuracyReport(comparison)
    print(report.text(verbose: flags.contains("--verbose")), terminator: "")
    return report.reaches(required) && (!flags.contains("--facts") || comparison.factErrors == 0)
  }

  private func compareInventory() throws -> Bool {
    let expected = try InventoryComparison.load(from: URL(filePath: path("--expected")))
    let table = try InventoryTable(url: URL(filePath: path("--inventory")))
    let comparison = InventoryComparison(expected: expected, found: table)
    print(comparison.text(verbose: flags.contains("--verbose")), terminator: "")
    return comparison.agrees
  }

  private func path(_ option: String) throws -> String {
    guard let value = options[option] else { throw Refusal(reason: "\(option) is missing") }
    return value
  }
}
