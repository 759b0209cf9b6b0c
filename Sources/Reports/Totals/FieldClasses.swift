import Findings
import Policies

/// What one policy says of the matches of one field: how many of which class, and the gravest.
///
/// A field may hold matches of several classes: the same phone number is personal and, in the
/// record of a child, sensitive.
struct FieldClasses {
  private(set) var counts = ClassCounts()
  /// The gravest class any match has, with the clause that gives it to most matches (of equals, the
  /// first in the order of `AgeGroup`); nil without matches.
  private(set) var gravest: ClassVerdict?
  private var gravestMatches: UInt64 = 0

  /// Asks for the class of every combination of kind and age that the tally counted. `role` is the
  /// field's. Cost: at most 30 verdicts.
  init(
    of tally: borrowing FieldTally, type: Int, role: Role, policy: Int, by judge: borrowing Judge
  ) {
    for kind in Kind.allCases {
      for group in AgeGroup.allCases {
        let byLevel = Level.allCases.map { group.matches(in: tally, $0, of: kind) }
        if byLevel.allSatisfy({ $0 == 0 }) { continue }
        let verdict = judge.verdict(
          policy: policy, type: type, kind: kind, age: group.age, role: role)
        add(byLevel, verdict)
      }
    }
    if tally.combined > 0,
      let index = judge.combinedIndex(policy: policy, type: type, kind: .none)
    {
      raise(tally, to: judge.verdicts[index])
    }
  }

  private mutating func add(_ byLevel: [UInt64], _ verdict: ClassVerdict) {
    for level in Level.allCases {
      counts[verdict.dataClass, level] += byLevel[Int(level.rawValue)]
    }
    let matches = byLevel.reduce(0, +)
    let isGraver = gravest.map {
      (verdict.dataClass, matches) > ($0.dataClass, gravestMatches)
    }
    if isGraver ?? true {
      gravest = verdict
      gravestMatches = matches
    }
  }

  /// Gives those matches another class that stand beside data of a person. They have none alone, at any age.
  private mutating func raise(_ tally: borrowing FieldTally, to verdict: ClassVerdict) {
    let byLevel = Level.allCases.map { tally.combinedByLevel[Int($0.rawValue)] }
    for level in Level.allCases { counts[.none, level] -= byLevel[Int(level.rawValue)] }
    add(byLevel, verdict)
  }
}
