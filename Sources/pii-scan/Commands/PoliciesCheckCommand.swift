import ArgumentParser
import Policies
import Reports
import Rulesets

/// `pii-scan policies check [FILE...] [--texts DIR]`
struct PoliciesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try every case of the policies, and with --texts every citation.",
    discussion: """
      Without files: all policies. With files: the policies of these files. Exit status 65 where \
      anything is wrong.
      """)

  @Argument(help: "Files with policies of your own.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "A directory with the texts that policies cite; every cited word must stand on its line.",
      valueName: "dir"))
  var texts: String?

  @OptionGroup var arguments: PoliciesCommand.Arguments

  func run() throws {
    try arguments.display.explaining { try check() }
  }

  private func check() throws {
    let rulebook = try arguments.rulebook(adding: files)
    let places = PolicyPlaces(userFiles: arguments.policyFile + files)
    let texts = try texts.map(PolicyTexts.init(directory:))
    let chosen =
      files.isEmpty
      ? rulebook.policies
      : rulebook.policies.filter { policy in places.isOne(of: files, policy.id) }
    var page = arguments.display.page()
    let explain = Explain(language: page.language)
    var table = TextTable(
      [
        .init(page.pick("政策", "Policy")), .init(page.pick("用例", "Cases"), isNumber: true),
        .init(page.pick("引用", "Citations")),
      ], paint: page.paint, limit: page.widthInColumns)
    var faultCount = 0
    for policy in chosen {
      let failures = try PolicyChecker.failures(
        of: policy, library: rulebook.policies, types: rulebook.types)
      for failure in failures {
        Terminal.complain(explain.sentence(failure, file: places.file(of: policy.id)) + "\n")
      }
      let text = try texts?.text(of: policy)
      let check = text.map { TextCheck(policy, sha256Hex: $0.sha256Hex, lines: $0.lines) }
      for fault in check?.faults ?? [] {
        Terminal.complain(explain.sentence(fault, of: policy, text: text?.path ?? "") + "\n")
      }
      faultCount += failures.count + (check?.faults.count ?? 0)
      table.add([
        .init(policy.id), .init(String(policy.cases.count)),
        .init(Self.words(check, policy, page), check == nil ? .dim : .plain),
      ])
    }
    page.table(table)
    try page.write()
    guard faultCount == 0 else {
      Terminal.complain(
        page.pick("发现 \(faultCount) 处错误。\n", "\(page.count(faultCount, "fault")) found.\n"))
      throw ExitStatus.badRuleset
    }
  }

  private static func words(_ check: TextCheck?, _ policy: Policy, _ page: Page) -> String {
    if let check, check.isChecked {
      return page.pick(
        "检查了 \(check.citationCount) 处引用",
        "checked \(page.count(check.citationCount, "citation"))")
    }
    guard let text = policy.text else {
      return page.pick("未检查：条款按条号引用", "not checked: cites by article")
    }
    return page.pick("未检查：手头没有 \(text.file)", "not checked: \(text.file) is not at hand")
  }
}
