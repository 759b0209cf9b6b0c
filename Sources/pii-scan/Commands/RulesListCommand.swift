import ArgumentParser
import Detectors
import Findings
import Reports
import Rulesets

/// `pii-scan rules list`
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules: what they find, by which standard.")

  @OptionGroup var arguments: RulesCommand.Arguments

  func run() throws {
    try arguments.display.explaining {
      let rulebook = try Rulebook(ruleDirectory: arguments.rules, policyFiles: [])
      var page = arguments.display.page()
      page.table(Self.table(of: rulebook.rules.rules.map(\.rule), page))
      try page.write()
    }
  }

  private static func table(of rules: [Rule], _ page: Page) -> TextTable {
    var table = TextTable(
      [
        .init(page.pick("编号", "Id")), .init(page.pick("名称", "Title")),
        .init(page.pick("依据", "Standard"), isFlexible: true),
        .init(page.pick("形式", "Forms"), isNumber: true),
      ], paint: page.paint, limit: page.widthInColumns)
    for rule in rules {
      let title =
        page.language == .chinese ? rule.info.titleInChinese : rule.info.titleInEnglish
      table.add([
        .init(rule.id.rawValue, .bold), .init(Page.visible(title)),
        .init(shortened(Page.visible(rule.standard))), .init(String(rule.forms.count)),
      ])
    }
    return table
  }

  /// The first standard that a rule names; `rules show` has them all.
  private static func shortened(_ standard: String) -> String {
    guard let end = standard.firstIndex(where: { $0 == ";" || $0 == "(" || $0 == "；" || $0 == "（" })
    else { return standard }
    let first = standard[..<end]
    return String(first.last == " " ? first.dropLast() : first)
  }
}
