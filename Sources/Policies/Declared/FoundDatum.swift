package import Findings

/// What a run found of one datum: counts, and the first places.
///
/// Findings at `likely` or above count, as in an audit. Merging is addition and can be done in any
/// order.
package struct FoundDatum: Hashable, Sendable {
  /// A number that lies between two; equal where it is known.
  package typealias Bounds = ClosedRange<UInt64>

  package private(set) var matches: UInt64 = 0
  /// Fields with such matches (a text outside tables is one), and sources with such fields.
  package private(set) var fields: UInt64 = 0
  package internal(set) var sources: UInt64 = 0
  /// Of the strongest match.
  package private(set) var level: Level = .possible
  /// Matches in fields of the person the record is about, by age: index `AgeBand.rawValue`.
  private var subjects = [UInt64](repeating: 0, count: AgeBand.allCases.count)
  /// Of those in the band `fourteen`, the ones that turn 14 on the as-of day.
  private var turning14: UInt64 = 0
  /// Matches in fields of a guardian beside the person.
  package private(set) var guardians: UInt64 = 0
  package private(set) var places = ExamplePlaces()
  /// Matches that the source does not hide in any way. A field tells how many of its matches are
  /// hidden, not which; hence bounds.
  package private(set) var inClear: Bounds = 0...0
  package private(set) var clearPlaces = ExamplePlaces()
  /// The same of persons under 14, by the day on which a year counts: index
  /// `BirthdayRule.rawValue`.
  private var childrenInClear = [Bounds](repeating: 0...0, count: BirthdayRule.allCases.count)
  private var childrenPlaces = [ExamplePlaces](
    repeating: ExamplePlaces(), count: BirthdayRule.allCases.count)

  package init() {}

  /// Matches about persons of an age, guardians' fields apart.
  package func matches(in band: AgeBand) -> UInt64 { subjects[Int(band.rawValue)] }

  /// Matches about persons under 14; a year counts on the birthday, or on the day after it.
  package func under14(_ birthday: BirthdayRule) -> UInt64 {
    matches(in: .under14) + (birthday == .after ? turning14 : 0)
  }

  /// Matches about persons under 14 that the source does not hide, and where they are.
  package func childrenInClear(_ birthday: BirthdayRule) -> (matches: Bounds, ExamplePlaces) {
    let index = Int(birthday.rawValue)
    return (childrenInClear[index], childrenPlaces[index])
  }

  /// Whether a field has matches of a kind that count here.
  static func counts(_ tally: borrowing FieldTally, of kind: Kind) -> Bool {
    for level in Level.allCases where level >= .likely {
      for band in AgeBand.allCases where tally.matches(level, in: band, of: kind) > 0 {
        return true
      }
    }
    return false
  }

  /// Adds the matches of one kind in one field.
  mutating func add(
    _ tally: borrowing FieldTally, of kind: Kind, role: Role, at place: FoundPlace
  ) {
    var (all, turning): (UInt64, UInt64) = (0, 0)
    var byBand = [UInt64](repeating: 0, count: AgeBand.allCases.count)
    for level in Level.allCases where level >= .likely {
      for band in AgeBand.allCases {
        let count = tally.matches(level, in: band, of: kind)
        if count == 0 { continue }
        byBand[Int(band.rawValue)] += count
        all += count
        self.level = max(self.level, level)
      }
      turning +=
        tally.turning14ByLevelAndKind[
          Int(level.rawValue) * Kind.allCases.count + Int(kind.rawValue)]
    }
    matches += all
    fields += 1
    places.insert(place)
    let hidden = Concealment.allCases.reduce(0) { $0 + ($1 == .none ? 0 : tally.masking[$1]) }
    let open = Self.open(all, hidden: hidden, of: tally.matches)
    inClear = Self.sum(inClear, open)
    if open.upperBound > 0 { clearPlaces.insert(place) }
    guard role == .subject else {
      guardians += all
      return
    }
    for band in subjects.indices { subjects[band] += byBand[band] }
    turning14 += turning
    for birthday in BirthdayRule.allCases {
      let children =
        byBand[Int(AgeBand.under14.rawValue)] + (birthday == .after ? turning : 0)
      let open = Self.open(children, hidden: hidden, of: tally.matches)
      let index = Int(birthday.rawValue)
      childrenInClear[index] = Self.sum(childrenInClear[index], open)
      if open.upperBound > 0 { childrenPlaces[index].insert(place) }
    }
  }

  /// Adds what another part of the run found, of other sources.
  package mutating func merge(_ other: FoundDatum) {
    matches += other.matches
    fields += other.fields
    sources += other.sources
    level = max(level, other.level)
    for band in subjects.indices { subjects[band] += other.subjects[band] }
    turning14 += other.turning14
    guardians += other.guardians
    places.merge(other.places)
    inClear = Self.sum(inClear, other.inClear)
    clearPlaces.merge(other.clearPlaces)
    for index in childrenInClear.indices {
      childrenInClear[index] = Self.sum(childrenInClear[index], other.childrenInClear[index])
      childrenPlaces[index].merge(other.childrenPlaces[index])
    }
  }

  /// How many of `count` matches stand in the clear, when `hidden` of all `matches` do not.
  private static func open(_ count: UInt64, hidden: UInt64, of matches: UInt64) -> Bounds {
    let hidden = min(hidden, matches)
    let most = min(count, matches - hidden)
    return min(most, count > hidden ? count - hidden : 0)...most
  }

  private static func sum(_ a: Bounds, _ b: Bounds) -> Bounds {
    a.lowerBound + b.lowerBound...a.upperBound + b.upperBound
  }
}
