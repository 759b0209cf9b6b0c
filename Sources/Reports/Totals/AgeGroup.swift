import Findings
import Policies

/// The groups of age that a tally tells apart, each with an age that stands for it.
///
/// A tally keeps bands, not ages; so a policy is asked for the class of one age of each band. The
/// day of the fourteenth birthday is a group of its own, since a policy may count from the day
/// after.
enum AgeGroup: CaseIterable {
  case unknown
  case adult
  case from15To17
  case fourteen
  case turning14
  case under14

  /// An age that stands for the group.
  var age: Age {
    switch self {
    case .unknown: .representative(of: .unknown)
    case .adult: .representative(of: .adult)
    case .from15To17: .representative(of: .from15To17)
    case .fourteen: .representative(of: .fourteen)
    case .turning14: .representative(of: .fourteen, onBirthday: true)
    case .under14: .representative(of: .under14)
    }
  }

  /// The word of the data map's page.
  var name: String {
    switch self {
    case .unknown: "unknown"
    case .adult: "adult"
    case .from15To17: "15-17"
    case .fourteen: "14"
    case .turning14: "turning-14"
    case .under14: "under-14"
    }
  }

  /// Matches of the group at a level and of a kind.
  func matches(in tally: borrowing FieldTally, _ level: Level, of kind: Kind) -> UInt64 {
    switch self {
    case .unknown: tally.matches(level, in: .unknown, of: kind)
    case .adult: tally.matches(level, in: .adult, of: kind)
    case .from15To17: tally.matches(level, in: .from15To17, of: kind)
    case .fourteen:
      tally.matches(level, in: .fourteen, of: kind)
        - Self.turning14.matches(in: tally, level, of: kind)
    case .turning14:
      tally.turning14ByLevelAndKind[
        Int(level.rawValue) * Kind.allCases.count + Int(kind.rawValue)]
    case .under14: tally.matches(level, in: .under14, of: kind)
    }
  }
}
