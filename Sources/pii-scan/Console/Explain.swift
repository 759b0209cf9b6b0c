import ArgumentParser
import Databases
import Detectors
import Findings
import Policies
import Reports
import RulesetSource
import Rulesets

/// Turns errors into sentences: what was found, where, what was expected, what to do.
///
/// The one place where errors become prose. Everything below it throws values; the sentences are in
/// the extensions of this type, by subject, each in both languages beside one another.
struct Explain {
  let language: RunDescription.Language

  /// Writes an error to standard error, all its faults one a line.
  ///
  /// - Returns: the exit status of the contract: 64 for wrong usage, 65 for rules and policies, 74 for
  ///   output; a status that is thrown as such is passed on without a word.
  static func report(_ error: any Error, language: RunDescription.Language) -> ExitCode {
    let explain = Explain(language: language)
    switch error {
    case let status as ExitCode:
      return status
    case let error as RulesetError:
      explain.report(error.diagnostics)
      return ExitStatus.badRuleset
    case let error as PolicyError where error.isOfUsage:
      return explain.report(explain.sentence(error), ExitStatus.usage)
    case let error as PolicyError:
      return explain.report(explain.sentence(error), ExitStatus.badRuleset)
    case let error as InputError:
      return explain.report(explain.sentence(error), ExitStatus.badRuleset)
    case let error as OutputError:
      return explain.report(explain.sentence(error), ExitStatus.cannotWrite)
    case let error as MergeError:
      return explain.report(error)
    case let error as MergeRefusal:
      return explain.report(explain.sentence(error), ExitStatus.badRuleset)
    case let error as UnknownName:
      return explain.report(explain.sentence(error), ExitStatus.usage)
    case let error as UnreadableKeyFile:
      return explain.report(explain.sentence(error.cause), ExitStatus.usage)
    case let error as UnusableInventory:
      return explain.report(explain.sentence(error), error.status)
    case let error as DatabaseURLError:
      return explain.report(explain.sentence(error), ExitStatus.usage)
    case let error as KeyFileError:
      return explain.report(explain.sentence(error), ExitStatus.usage)
    default:
      // Wrong usage: ArgumentParser words its own errors, with the usage beneath.
      Terminal.complain(PIIScan.fullMessage(for: error) + "\n")
      return ExitStatus.usage
    }
  }

  /// Writes every fault as `file:line:column: sentence` and then how many there are.
  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { Terminal.complain(sentence(diagnostic) + "\n") }
  }

  private func report(_ sentence: String, _ status: ExitCode) -> ExitCode {
    Terminal.complain("pii-scan: \(sentence)\n")
    return status
  }

  // MARK: - Words of the two languages

  /// The one of two texts that the reader's language asks for.
  func pick(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
    language == .chinese ? chinese() : english()
  }

  /// A name from a file or the command line, made visible and set apart from the sentence.
  func quoted(_ name: String) -> String {
    let visible = VisibleText.of(Array(name.utf8))
    return pick("「\(visible)」", "'\(visible)'")
  }

  /// Words of another program, made visible.
  func visible(_ text: String) -> String { VisibleText.of(Array(text.utf8)) }

  func listed(_ names: [String]) -> String {
    names.map { VisibleText.of(Array($0.utf8)) }.joined(separator: pick("、", ", "))
  }

  /// The advice for a misspelt name; empty where no known name is near.
  func didYouMean(_ nearest: String?) -> String {
    guard let nearest else { return "" }
    return pick("是否想写\(quoted(nearest))？", " Did you mean \(quoted(nearest))?")
  }
}

extension PolicyError {
  /// The command line names policies wrongly; the policies themselves are sound.
  fileprivate var isOfUsage: Bool {
    switch self {
    case .noPolicy, .duplicate: true
    case .unknownFallback, .cycle, .nothingToTake, .unclassified, .ageNotTallied: false
    }
  }
}
