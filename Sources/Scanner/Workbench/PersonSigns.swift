import Detectors
import Findings

/// What the findings of a type tell of persons, in a word that is read for each of them.
struct PersonSigns {
  /// `Identifier.rank`, or `unranked`.
  let rank: UInt8
  /// `Identifier.rawValue`, or `noIdentifier`.
  let identifier: UInt8
  /// See `RuleSet.hintsAtMinor`.
  let hintsAtMinor: Bool

  static let unranked: UInt8 = 3
  static let noIdentifier: UInt8 = 6

  /// Those of each type of a run.
  static func all(of ruleSet: RuleSet) -> ContiguousArray<PersonSigns> {
    ContiguousArray(
      ruleSet.identifiers.indices.map { type in
        let identifier = ruleSet.identifiers[type]
        return PersonSigns(
          rank: identifier?.rank.map { UInt8($0) } ?? unranked,
          identifier: identifier?.rawValue ?? noIdentifier,
          hintsAtMinor: ruleSet.hintsAtMinor[type])
      })
  }
}
