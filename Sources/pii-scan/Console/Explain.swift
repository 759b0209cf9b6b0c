import ArgumentParser
import Reports
enum Explain {
  static func report(_ error: any Error, language: RunDescription.Language) -> ExitCode { Terminal.complain("\(error)\n"); return ExitCode(65) }
}
