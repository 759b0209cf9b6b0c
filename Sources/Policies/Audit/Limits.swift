/// The limits of one audit, each with where it comes from.
package struct Limits: Sendable, Hashable {
  package enum Origin: Sendable, Hashable {
    /// `--fail-on`, `--max`, `--max-persons`.
    case user
    case policy(id: String)
    /// The tool's own default, which is no law.
    case toolDefault
  }

  package struct Item: Sendable, Hashable {
    package let limit: Limit
    package let origin: Origin

    package init(limit: Limit, origin: Origin) {
      self.limit = limit
      self.origin = origin
    }
  }

  package let items: [Item]

  package init(items: [Item]) { self.items = items }

  /// Any finding that is sensitive or of a person under 14 fails.
  package static let toolDefault = [Limit(.sensitive), Limit(.minor)]

  /// The limits that an audit under `policy` is judged by: the user's where there are any, else the
  /// policy's own, else the tool's default, which a policy may also keep beside its own.
  package static func chosen(user: [Limit], policy: Policy) -> Limits {
    guard user.isEmpty else {
      return Limits(items: user.map { Item(limit: $0, origin: .user) })
    }
    let own = policy.limits.limits.map { Item(limit: $0, origin: .policy(id: policy.id)) }
    let standard = toolDefault.map { Item(limit: $0, origin: .toolDefault) }
    guard !own.isEmpty else { return Limits(items: standard) }
    return Limits(items: policy.limits.keepsDefault ? own + standard : own)
  }
}
