import Foundation

/// What the command line asks for.
struct AccuracyRequest {
  /// A command line that makes no sense, and why.
  struct Refusal: Error {
    let reason: String
  }

  private static let valued = [
    "--expected", "--findings", "--root", "--min-level", "--require", "--inventory", "--gate",
    "--json", "--coverage", "--aside", "--max-per-mb", "--top",
  ]
  private var options: [String: [String]] = [:]
  private var flags: Set<String> = []
  private var words: [String] = []

  init(_ arguments: [String]) throws {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if AccuracyRequest.valued.contains(argument) {
        guard index + 1 < arguments.count else { throw Refusal(reason: "\(argument) asks a value") }
        options[argument, default: []].append(arguments[index + 1])
        index += 1
      } else if ["--verbose", "--facts", "--beyond", "--by-stem", "--markdown"].contains(argument) {
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
    case ["trial"]: try judgeTrial()
    case ["negatives"]: try countNegatives()
    default: throw Refusal(reason: "no such command")
    }
  }

  private func compareFindings() throws -> Bool {
    let weakest = try weakestLevel()
    let required = option("--require").map { Double($0) } ?? 0
    guard let required, (0...1).contains(required) else {
      throw Refusal(reason: "--require asks a share between 0 and 1")
    }
    var comparison = FindingComparison(expected: try ExpectedItem.load(from: path("--expected")))
    try compare(&comparison, weakestLevel: weakest)
    let report = AccuracyReport(comparison)
    print(report.text(verbose: flags.contains("--verbose")), terminator: "")
    return report.reaches(required) && (!flags.contains("--facts") || comparison.factErrors == 0)
  }

  private func compare(_ comparison: inout FindingComparison, weakestLevel: Int) throws {
    let findings = try URL(filePath: path("--findings"))
    let root = option("--root") ?? ""
    try JSONLines(url: findings).forEach(ReportedFinding.self) { finding in
      comparison.take(finding, root: root, weakestLevel: weakestLevel)
    }
  }

  private func compareInventory() throws -> Bool {
    let expected = try InventoryComparison.load(from: URL(filePath: path("--expected")))
    let table = try InventoryTable(url: URL(filePath: path("--inventory")))
    let comparison = InventoryComparison(expected: expected, found: table)
    print(comparison.text(verbose: flags.contains("--verbose")), terminator: "")
    return comparison.agrees
  }

  private func judgeTrial() throws -> Bool {
    let weakest = try weakestLevel()
    let gates = try (options["--gate"] ?? []).map { text in
      guard let gate = Gate(text) else { throw Refusal(reason: "no such gate: \(text)") }
      return gate
    }
    let directory = try path("--expected")
    let items = try ExpectedItem.load(from: directory, byStem: flags.contains("--by-stem"))
    let types = Set(items.map(\.type)).union(TrialScores.mission)
    var comparison = FindingComparison(expected: items, types: types)
    try compare(&comparison, weakestLevel: weakest)
    var everything = FindingComparison(expected: items, types: Set(TrialScores.mission))
    try compare(&everything, weakestLevel: 0)
    var columns: ColumnComparison?
    if let inventory = option("--inventory") {
      columns = ColumnComparison(
        expected: try ColumnComparison.load(from: directory),
        inventory: try InventoryTable(url: URL(filePath: inventory)),
        judged: flags.contains("--beyond") ? types : Set(TrialScores.mission),
        weakestLevel: weakest)
    }
    let report = TrialReport(
      scores: TrialScores(comparison), columns: columns,
      reliability: TrialReport.reliability(of: everything), gates: gates,
      showsBeyond: flags.contains("--beyond"))
    let isDocument = flags.contains("--markdown")
    print(isDocument ? TrialMarkdown(report: report).text : report.text, terminator: "")
    if flags.contains("--verbose") {
      print(AccuracyReport(comparison).places.joined(separator: "\n"))
    }
    if let json = option("--json") { try TrialJSON(report).write(to: URL(filePath: json)) }
    return report.passes
  }

  private func countNegatives() throws -> Bool {
    let limit = option("--max-per-mb").map { Double($0) } ?? .infinity
    let top = Int(option("--top") ?? "20")
    guard let limit, let top else { throw Refusal(reason: "--max-per-mb and --top ask numbers") }
    let report = try NegativeReport(
      findings: URL(filePath: path("--findings")),
      coverage: InventoryTable(url: URL(filePath: path("--coverage"))),
      aside: Set(options["--aside"] ?? []), weakestLevel: weakestLevel())
    print(report.text(topFiles: top), terminator: "")
    return report.perMegabyte <= limit
  }

  private func weakestLevel() throws -> Int {
    let floor = option("--min-level") ?? "likely"
    guard let weakest = ReportedFinding.levels.firstIndex(of: floor) else {
      throw Refusal(reason: "no such level: \(floor)")
    }
    return weakest
  }

  private func option(_ name: String) -> String? { options[name]?.last }

  private func path(_ option: String) throws -> String {
    guard let value = options[option]?.last else {
      throw Refusal(reason: "\(option) is missing")
    }
    return value
  }
}
