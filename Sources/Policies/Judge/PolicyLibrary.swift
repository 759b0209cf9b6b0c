/// Policies by id, with the order in which their fallbacks are asked.
package struct PolicyLibrary: Sendable {
  private let policiesByID: [String: Policy]

  /// Policies of `first` stand before those of `rest` with the same id.
  package init(_ first: [Policy], _ rest: [Policy]) {
    var byID: [String: Policy] = [:]
    for policy in rest { byID[policy.id] = policy }
    for policy in first { byID[policy.id] = policy }
    policiesByID = byID
  }

  /// The policy itself, then its fallbacks in their order, each with its own fallbacks behind it;
  /// none twice.
  package func chain(of policy: Policy) throws(PolicyError) -> [Policy] {
    var chain: [Policy] = []
    try extend(&chain, with: policy, under: [])
    return chain
  }

  private func extend(
    _ chain: inout [Policy], with policy: Policy, under path: [String]
  ) throws(PolicyError) {
    if let start = path.firstIndex(of: policy.id) {
      throw .cycle(Array(path[start...]) + [policy.id])
    }
    guard !chain.contains(where: { $0.id == policy.id }) else { return }
    chain.append(policy)
    for fallback in policy.fallbacks {
      guard let next = policiesByID[fallback.policy] else {
        throw .unknownFallback(policy: policy.id, fallback: fallback.policy)
      }
      try extend(&chain, with: next, under: path + [policy.id])
    }
  }
}
