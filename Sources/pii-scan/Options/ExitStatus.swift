import ArgumentParser

/// The exit statuses of the contract.
enum ExitStatus {
  static let auditFailed = ExitCode(1)
  static let incomplete = ExitCode(2)
  static let usage = ExitCode(64)
  static let badRuleset = ExitCode(65)
  static let cannotWrite = ExitCode(74)
  static let interrupted = ExitCode(130)
  /// 128 + SIGPIPE, what a shell tells of a program whose reader went away.
  static let brokenPipe = ExitCode(141)
}
