package import Findings

/// Gives the class of every type, kind, age and role under each of a run's policies.
///
/// Everything is decided once, at the start of a run; a verdict is a look-up in a table of the size
/// policies × types × kinds × 2.
package struct Judge: Sendable {
  /// The run's policies; the first decides `class`.
  package let policies: [Policy]
  /// Each different verdict once; `index` points into it, so that a report can encode each once.
  package let verdicts: [ClassVerdict]

  /// The run's policies and all that they rest on, each once: where the clauses of verdicts stand.
  package var texts: [Policy] {
    var known: Set<String> = []
    return resolvers.flatMap(\.chain).filter { known.insert($0.id).inserted }
  }

  private let types: [TypeInfo]
  private let resolvers: [ClassResolver]
  /// Per policy; nil where no text of its chain gives data of minors a class.
  private let classRules: [ClassRule?]
  /// The same without their texts, for every finding.
  private let minorLimits: [MinorLimit]
  /// Indices into `verdicts`, by policy, type and kind: of persons in general, and of minors.
  private let general: [Int32]
  private let minors: [Int32]
  /// The same, of what stands beside data of a person in its record.
  private let combined: [Int32]

  /// - Parameters:
  ///   - policies: at least one; the first decides `class`.
  ///   - library: where fallbacks are looked up, beside `policies` themselves.
  ///   - types: the run's types, which `type` below is an index into.
  package init(
    policies: [Policy], library: [Policy], types: [TypeInfo]
  ) throws(PolicyError) {
    guard !policies.isEmpty else { throw .noPolicy }
    let known = PolicyLibrary(policies, library)
    var verdicts: [ClassVerdict] = []
    // There are some dozens, and the last ones come again: to compare costs less than to hash their texts.
    func place(_ verdict: ClassVerdict) -> Int32 {
      if let place = verdicts.lastIndex(of: verdict) { return Int32(place) }
      verdicts.append(verdict)
      return Int32(verdicts.count - 1)
    }

    var resolvers: [ClassResolver] = []
    var classRules: [ClassRule?] = []
    var general: [Int32] = []
    var minors: [Int32] = []
    var combined: [Int32] = []
    for (index, policy) in policies.enumerated() {
      guard !policies[..<index].contains(where: { $0.id == policy.id }) else {
        throw .duplicate(policy: policy.id)
      }
      let resolver = ClassResolver(chain: try known.chain(of: policy))
      let rule = resolver.classRule
      if let rule, !rule.isTallied {
        throw .ageNotTallied(policy: policy.id, belowYears: rule.rule.belowYears)
      }
      for type in types {
        for kind in Kind.allCases {
          guard let resolution = try resolver.ordinary(type.id, kind) else {
            throw .unclassified(policy: policy.id, type: type.id)
          }
          general.append(place(resolution.verdict))
          minors.append(place(rule.map { resolver.minor(resolution, $0) } ?? resolution.verdict))
          combined.append(place(resolver.combined(resolution, type.id)))
        }
      }
      resolvers.append(resolver)
      classRules.append(rule)
    }
    self.policies = policies
    self.types = types
    self.verdicts = verdicts
    self.resolvers = resolvers
    self.classRules = classRules
    minorLimits = classRules.map(MinorLimit.init)
    self.general = general
    self.minors = minors
    self.combined = combined
  }

  /// The class of a finding under the policy at `index`. Cost: O(1), no allocation.
  ///
  /// The age is that of the record's person; a guardian's field beside it keeps its own class.
  package func verdict(
    policy index: Int, type: Int, kind: Kind, age: Age, role: Role
  ) -> ClassVerdict {
    verdicts[self.index(policy: index, type: type, kind: kind, age: age, role: role)]
  }

  /// The place in `verdicts` of what `verdict` gives.
  package func index(policy index: Int, type: Int, kind: Kind, age: Age, role: Role) -> Int {
    let cell = (index * types.count + type) * Kind.allCases.count + Int(kind.rawValue)
    let isMinor = role == .subject && minorLimits[index].covers(age)
    return Int(isMinor ? minors[cell] : general[cell])
  }

  /// The place in `verdicts` for a finding of whatever age that stands beside data of a person in its record;
  /// nil where that changes nothing. Cost: O(1), no allocation.
  package func combinedIndex(policy index: Int, type: Int, kind: Kind) -> Int? {
    let cell = (index * types.count + type) * Kind.allCases.count + Int(kind.rawValue)
    return combined[cell] == general[cell] ? nil : Int(combined[cell])
  }

  /// The class of the findings that a tally counts under one band.
  ///
  /// - Parameter onBirthday: of the fourteen-year-olds, those who turn 14 on the as-of day.
  package func verdict(
    policy index: Int, type: Int, kind: Kind, band: AgeBand, onBirthday: Bool = false, role: Role
  ) -> ClassVerdict {
    verdict(
      policy: index, type: type, kind: kind,
      age: .representative(of: band, onBirthday: onBirthday), role: role)
  }

  /// Whether a finding counts as one of a person under 14 (PIPL Art. 28, 31), with the birthday rule
  /// of the policy at `index`.
  package func isUnder14(policy index: Int, age: Age, role: Role) -> Bool {
    role == .subject && age.isBelow(14, birthday: birthdayRule(policy: index))
  }

  /// The day on which a year counts under the policy at `index`.
  package func birthdayRule(policy index: Int) -> BirthdayRule {
    policies[index].ages.birthday ?? classRules[index]?.birthday ?? .on
  }

  /// What the fallbacks of a policy say where their class differs from the policy's own verdict.
  package func differingFallbacks(
    policy index: Int, type: Int, kind: Kind, age: Age, role: Role
  ) -> [ClassVerdict] {
    let resolver = resolvers[index]
    let own = verdict(policy: index, type: type, kind: kind, age: age, role: role)
    return resolver.fallbacks(types[type].id, kind).map { resolution in
      guard role == .subject,
        let rule = resolver.classRule(at: resolution.depth), rule.covers(age)
      else { return resolution.verdict }
      return resolver.minor(resolution, rule)
    }.filter { $0.dataClass != own.dataClass }
  }
}
