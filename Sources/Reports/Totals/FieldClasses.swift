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

  /// Asks for the class of every combination of kind and age that the tally counted. `role` is the
  /// field's. Cost: at most 30 verdicts.
  init(
    of tally: borrowing FieldTally, type: Int, role: Role, policy: Int, by judge: borrowing Judge
  ) {
    var gravestMatches: UInt64 = 0
    for kind in Kind.allCases {
      for group in AgeGroup.allCases {
        let byLevel = Level.allCases.map { group.matches(in: tally, $0, of: kind) }
        let matches = byLevel.reduce(0, +)
        if matches == 0 { continue }
        let verdict = judge.verdict(
          policy: policy, type: type, kind: kind, age: group.age, role: role)
        for level in Level.allCases {
          counts[verdict.dataClass, level] += byLevel[Int(level.rawValue)]
        }
        let isGraver = gravest.map {
          (verdict.dataClass, matches) > ($0.dataClass, gravestMatches)
        }
        if isGraver ?? true {
          gravest = verdict
          gravestMatches = matches
        }
      }
    }
  }
}
