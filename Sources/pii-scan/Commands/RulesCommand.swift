import ArgumentParser
struct RulesCommand: ParsableCommand {
  func run() throws {}
}
