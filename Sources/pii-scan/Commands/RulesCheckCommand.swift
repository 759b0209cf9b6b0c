import ArgumentParser
import Detectors
import Findings
import Rulesets

/// `pii-scan rules check [FILE...]`
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try every example of the rules, each in several ways, and list every fault.",
    discussion: """
      Without files: the built-in rules and those of --rules. With files: the rules of these files, \
      among the built-in ones. Exit status 65 where anything is wrong.
      """)

  @Argument(help: "Files with rules of your own, and tables that they need.")
  var files: [String] = []

  @OptionGroup var arguments: RulesCommand.Arguments

  func run() throws {
    try arguments.display.explaining { try check() }
  }

  private func check() throws {
    let directory = try arguments.rules.map(RulesetFiles.read(directory:)) ?? []
    let named = try files.map(RulesetFiles.read(file:))
    let rules = try RulesetLoader(Rulebook.embedded).load(user: directory + named)
    let chosen = files.isEmpty ? rules.rules : rules.rules.filter { files.contains($0.file) }
    let checker = RuleChecker(
      rules, compiled: try rules.compile(), asOf: Clock.todayInShanghai())
    let faults = checker.check(only: Set(chosen.map(\.rule.id)))
    let exampleCount = chosen.reduce(0) {
      $0 + $1.rule.examples.positive.count + $1.rule.examples.negative.count
    }
    var page = arguments.display.page()
    let checked = page.pick(
      "检查了 \(chosen.count) 条规则、\(exampleCount) 个例子",
      "\(page.count(chosen.count, "rule")), \(page.count(exampleCount, "example")) checked")
    guard faults.isEmpty else {
      Explain(language: page.language).report(faults)
      Terminal.complain(
        page.pick(
          "\(checked)，发现 \(faults.count) 处错误。\n",
          "\(checked), \(page.count(faults.count, "fault")) found.\n"))
      throw ExitStatus.badRuleset
    }
    page.line(checked)
    try page.write()
  }
}
