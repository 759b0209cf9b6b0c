import Findings
import Policies

/// The words of reports for what a limit is about and where it comes from.
enum LimitName {
  /// `personal`, `sensitive`, `minor`, `persons`, or `type:bank-card`.
  static func of(_ subject: Limit.Subject) -> String {
    switch subject {
    case .personal: "personal"
    case .sensitive: "sensitive"
    case .minor: "minor"
    case .type(let id): "type:" + id.rawValue
    case .persons: "persons"
    }
  }

  /// What `of` gave the name for.
  static func subject(of name: String) -> Limit.Subject? {
    switch name {
    case "personal": .personal
    case "sensitive": .sensitive
    case "minor": .minor
    case "persons": .persons
    default:
      name.hasPrefix("type:") ? .type(TypeID(rawValue: String(name.dropFirst(5)))) : nil
    }
  }

  /// `user`, `policy:pipl`, or `tool-default`, which is no law.
  static func of(_ origin: Limits.Origin) -> String {
    switch origin {
    case .user: "user"
    case .policy(let id): "policy:" + id
    case .toolDefault: "tool-default"
    }
  }
}
