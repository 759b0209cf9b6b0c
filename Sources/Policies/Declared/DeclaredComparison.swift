package import Findings

/// What the texts of a run's policies declare, exclude and promise, held against what was found.
///
/// Made once, when a run is done. Cost: policies × (types found + statements).
package struct DeclaredComparison: Sendable {
  /// By policy; within one by outcome, then in the order of the types and of the text.
  package let items: [DeclaredItem]

  /// - Parameter types: the run's types, which the keys of `found` are indices into.
  package init(_ found: FoundData, judge: Judge, types: [TypeInfo]) {
    var items: [DeclaredItem] = []
    for policy in judge.policies.indices {
      items += PolicyAgainstFound(policy, judge: judge, types: types, found: found).items
    }
    self.items = items
  }

  /// The items of one policy.
  package func items(policy: Int) -> [DeclaredItem] { items.filter { $0.policy == policy } }
}
