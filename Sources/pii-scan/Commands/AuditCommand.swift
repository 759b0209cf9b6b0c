import ArgumentParser
import Findings
import Policies

/// `pii-scan audit PATH...`: the release gate.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Scan, judge against limits, and say pass (0), fail (1) or incomplete (2).")

  @OptionGroup var arguments: ScanArguments

  @Option(
    help:
      "Fail on any finding of this class or of a person under 14, instead of the policy's limits.")
  var failOn: [FailOn] = []

  @Option(help: ArgumentHelp("Fail on more than N findings of a type.", valueName: "type=n"))
  var max: [TypeLimit] = []

  @Option(help: ArgumentHelp("Fail on more than N distinct persons.", valueName: "n"))
  var maxPersons: UInt64?

  func run() throws {
    let limits =
      failOn.map(\.limit) + max.map { Limit(.type($0.type), most: $0.most) }
      + (maxPersons.map { [Limit(.persons, most: $0)] } ?? [])
    throw ExitCode(
      Session(arguments.reporting, of: FileSources(arguments), auditLimits: limits).run())
  }
}

/// What an audit fails on.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case personal
  case sensitive
  case minor

  var limit: Limit {
    switch self {
    case .personal: Limit(.personal)
    case .sensitive: Limit(.sensitive)
    case .minor: Limit(.minor)
    }
  }
}

/// `TYPE=N`.
struct TypeLimit: ExpressibleByArgument {
  let type: TypeID
  let most: UInt64

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let most = UInt64(parts[1]) else { return nil }
    type = TypeID(rawValue: String(parts[0]))
    self.most = most
  }
}
