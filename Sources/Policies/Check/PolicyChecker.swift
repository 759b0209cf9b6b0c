package import Findings

/// Runs the cases that policies carry.
package enum PolicyChecker {
  /// A case that was not answered as the policy says.
  package struct Failure: Sendable, Hashable {
    package let policyCase: PolicyCase
    /// What the judge answers; nil where the case's type is none of the run's.
    package let found: ClassVerdict?

    package init(policyCase: PolicyCase, found: ClassVerdict?) {
      self.policyCase = policyCase
      self.found = found
    }
  }

  /// The cases of `policy` that fail; empty if it does what it says.
  ///
  /// - Parameters:
  ///   - library: where its fallbacks are looked up.
  ///   - types: all types that its cases may name.
  package static func failures(
    of policy: Policy, library: [Policy], types: [TypeInfo]
  ) throws(PolicyError) -> [Failure] {
    let judge = try Judge(policies: [policy], library: library, types: types)
    var failures: [Failure] = []
    for policyCase in policy.cases {
      guard let type = types.firstIndex(where: { $0.id == policyCase.datum.type }) else {
        failures.append(Failure(policyCase: policyCase, found: nil))
        continue
      }
      let found = judge.verdict(
        policy: 0, type: type, kind: policyCase.datum.kind ?? .none, age: policyCase.age,
        role: policyCase.role)
      if found.dataClass != policyCase.expectedClass
        || found.clause != policyCase.expectedClause || found.basis != policyCase.expectedBasis
      {
        failures.append(Failure(policyCase: policyCase, found: found))
      }
    }
    return failures
  }
}
