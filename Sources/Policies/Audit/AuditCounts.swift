package import Findings

/// What an audit counts: findings at `likely` or above, under the first policy of the run.
///
/// Merging is addition, so counts of parts and machines can be added in any order.
package struct AuditCounts: Sendable, Hashable {
  package struct Key: Hashable, Sendable {
    /// Index into the run's types.
    package let type: Int
    package let dataClass: DataClass
    /// The finding is of a person under 14 (`Judge.isUnder14`).
    package let isUnder14: Bool

    package init(type: Int, dataClass: DataClass, isUnder14: Bool) {
      self.type = type
      self.dataClass = dataClass
      self.isUnder14 = isUnder14
    }
  }

  package private(set) var findings: [Key: UInt64] = [:]
  /// Lower and upper bound of the distinct persons; equal where the count is exact.
  package var persons: ClosedRange<UInt64> = 0...0

  package init() {}

  package mutating func add(_ count: UInt64, to key: Key) {
    if count > 0 { findings[key, default: 0] += count }
  }

  /// Adds the matches of one field, judged cell by cell.
  ///
  /// - Parameters:
  ///   - tally: of a run that lists findings from `likely` up, so that its matches are just those.
  ///   - role: whose data the field holds.
  package mutating func add(_ tally: FieldTally, type: Int, role: Role, judge: Judge) {
    if let raised = judge.combinedIndex(policy: 0, type: type, kind: .none) {
      add(tally, type: type, raisedTo: judge.verdicts[raised].dataClass)
      return
    }
    for band in AgeBand.allCases {
      for kind in Kind.allCases {
        var (all, onBirthday): (UInt64, UInt64) = (0, 0)
        for level in Level.allCases where level >= .likely {
          all += tally.matches(level, in: band, of: kind)
          if band == .fourteen {
            let cell = Int(level.rawValue) * Kind.allCases.count + Int(kind.rawValue)
            onBirthday += tally.turning14ByLevelAndKind[cell]
          }
        }
        for (count, turnsToday) in [(all - onBirthday, false), (onBirthday, true)] {
          let age = Age.representative(of: band, onBirthday: turnsToday)
          let verdict = judge.verdict(policy: 0, type: type, kind: kind, age: age, role: role)
          let isUnder14 = judge.isUnder14(policy: 0, age: age, role: role)
          add(
            count,
            to: Key(type: type, dataClass: verdict.dataClass, isUnder14: isUnder14))
        }
      }
    }
  }

  /// Adds the matches of a type that has no class alone, and `raised` beside data of a person.
  private mutating func add(_ tally: FieldTally, type: Int, raisedTo raised: DataClass) {
    var (all, combined): (UInt64, UInt64) = (0, 0)
    for level in Level.allCases where level >= .likely {
      for band in AgeBand.allCases {
        for kind in Kind.allCases { all += tally.matches(level, in: band, of: kind) }
      }
      combined += tally.combinedByLevel[Int(level.rawValue)]
    }
    add(combined, to: Key(type: type, dataClass: raised, isUnder14: false))
    add(all - combined, to: Key(type: type, dataClass: .none, isUnder14: false))
  }

  /// Adds the findings of another part; bounds of persons do not add and are set by the caller.
  package mutating func merge(_ other: AuditCounts) {
    for (key, count) in other.findings { add(count, to: key) }
  }

  /// How much there is of what a limit is about, with the bounds between which it lies.
  package func count(of subject: Limit.Subject, types: [TypeInfo]) -> ClosedRange<UInt64> {
    func sum(_ isCounted: (Key) -> Bool) -> ClosedRange<UInt64> {
      let total = findings.reduce(UInt64(0)) { isCounted($1.key) ? $0 + $1.value : $0 }
      return total...total
    }
    switch subject {
    case .personal: return sum { $0.dataClass >= .personal }
    case .sensitive: return sum { $0.dataClass == .sensitive }
    case .minor: return sum { $0.isUnder14 && $0.dataClass >= .personal }
    case .type(let id): return sum { types[$0.type].id == id }
    case .persons: return persons
    }
  }
}
