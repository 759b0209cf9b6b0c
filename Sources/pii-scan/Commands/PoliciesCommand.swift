import ArgumentParser
struct PoliciesCommand: ParsableCommand {
  func run() throws {}
}
