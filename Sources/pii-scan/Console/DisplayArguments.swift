import ArgumentParser
import Reports

/// How a command that only shows something is to show it.
struct DisplayArguments: ParsableArguments {
  @Option(help: "Language of titles and messages: zh or en (default: the locale's).")
  var lang: LanguageChoice?

  @Option(help: "Use colours: auto, always or never.")
  var color = Choice.auto

  var language: RunDescription.Language { lang?.language ?? Terminal.localeLanguage() }

  /// An empty page for standard output.
  func page() -> Page {
    let isPlain = Terminal.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return Page(
      language: language,
      paint: Paint(useColor: color.applies(isTerminal: Terminal.isTerminal(1) && !isPlain)),
      widthInColumns: min(max(Terminal.width(of: 1), 60), 100))
  }

  /// Runs `body`; its error becomes sentences on standard error and the exit status of the contract.
  func explaining(_ body: () throws -> Void) throws(ExitCode) {
    do {
      try body()
    } catch {
      throw Explain.report(error, language: language)
    }
  }
}
