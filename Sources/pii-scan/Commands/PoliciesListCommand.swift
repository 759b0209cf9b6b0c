import ArgumentParser
import Policies
import Reports

/// `pii-scan policies list`
struct PoliciesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the policies, with their status and what they extend.")

  @OptionGroup var arguments: PoliciesCommand.Arguments

  func run() throws {
    try arguments.display.explaining {
      let policies = try arguments.rulebook().policies
      var page = arguments.display.page()
      let words = PolicyWords(language: page.language)
      for policy in policies {
        page.heading(policy.id)
        page.paragraph(words.title(of: policy), indent: 2)
        page.paragraph(words.status(of: policy), indent: 2, color: .dim)
        if !policy.fallbacks.isEmpty {
          page.paragraph(
            page.pick("依据 ", "extends ")
              + policy.fallbacks.map(\.policy).joined(separator: page.pick("、", ", ")),
            indent: 2, color: .dim)
        }
      }
      try page.write()
    }
  }
}
