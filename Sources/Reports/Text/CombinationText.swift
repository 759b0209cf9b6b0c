import Findings
import Policies

/// What a policy says of a datum because it stands beside others in its record, and beside which.
struct CombinationText {
  private let run: RunDescription

  init(_ run: RunDescription) { self.run = run }

  /// `vkel [third-party]@L25: personal, 37 beside mobile-phone, person-name`, for each policy that has a rule
  /// for it; empty where none has, or the datum stands alone.
  ///
  /// - Parameter keys: the fields of its table.
  func text(
    of key: SourceTally.Key, _ tally: FieldTally, among keys: ArraySlice<SourceTally.Key>,
    of source: SourceTally
  ) -> String {
    guard tally.combined > 0 else { return "" }
    let rules = run.judge.policies.flatMap { policy in
      policy.combinations.filter { applies($0, of: policy, to: key, tally, in: source) }.map {
        policy.id + " " + $0.citation.clause + ": " + $0.classTogether.name
      }
    }
    if rules.isEmpty { return "" }
    let others = partners(of: key, among: keys, of: source).joined(separator: ", ")
    return rules.map { "\($0), \(tally.combined) beside \(others)" }.joined(separator: "; ")
  }

  private func applies(
    _ rule: CombinationRule, of policy: Policy, to key: SourceTally.Key, _ tally: FieldTally,
    in source: SourceTally
  ) -> Bool {
    guard let index = run.judge.policies.firstIndex(where: { $0.id == policy.id }) else {
      return false
    }
    let type = Int(key.type)
    switch rule.data {
    case .any:
      let gravest = FieldClasses(
        of: tally, type: type, role: source.role(of: key), policy: index, by: run.judge
      ).gravest
      return gravest?.dataClass == rule.classAlone
    case .unidentifying: break
    case .types(let types): if !types.contains(run.types[type].id) { return false }
    }
    return run.judge.combinedIndex(policy: index, type: type, kind: .none) != nil
  }

  /// The other types of the same person's fields.
  private func partners(
    of key: SourceTally.Key, among keys: ArraySlice<SourceTally.Key>, of source: SourceTally
  ) -> [String] {
    let role = source.role(of: key)
    var types: Set<UInt16> = []
    for other in keys where other.type != key.type && source.role(of: other) == role {
      if let tally = source.fields[other], tally.combined > 0 { types.insert(other.type) }
    }
    return types.sorted().map { run.types[Int($0)].id.rawValue }
  }
}
