import ArgumentParser
import Reports

/// An inventory of `--update` that cannot be taken over.
struct UnusableInventory: Error {
  let path: String
  let cause: EarlierInventoryError

  /// 64 where the command line names something that cannot be opened, 65 for what is in it.
  var status: ExitCode {
    switch cause {
    case .unreadable, .notAFile: ExitStatus.usage
    default: ExitStatus.badRuleset
    }
  }
}
