import Regex

/// Which parts of an address the pattern has seen, and where.
///
/// A part that occurs twice stands for its last occurrence.
struct AddressParts: Sendable {
  /// The named groups of the pattern.
  enum Part: Int, CaseIterable, Sendable {
    case area, village, road, estate, site
    case number, lane, group, building, unit, floor, room, dashed, bare
    /// A house number or lane directly behind a road, whatever numbers follow.
    case onroad
    /// A value in English: `Flat A, 12/F, … Road, Kowloon`.
    case latin
    /// A value without any ending that is known.
    case only
  }

  /// Numbers of the groups in the compiled pattern, in the order of `Part.allCases`.
  struct Groups: Sendable {
    private let numbers: [Int]

    /// Groups that the pattern does not name (a user's own) are never seen.
    init(of pattern: Pattern) {
      numbers = Part.allCases.map { pattern.group(named: "\($0)") ?? Int.max }
    }

    fileprivate func ranges(in matcher: Matcher, shiftedBy shift: Int) -> [Range<Int>?] {
      numbers.map { number in
        guard number < Int.max, let range = matcher.range(of: number), !range.isEmpty else {
          return nil
        }
        return range.lowerBound + shift..<range.upperBound + shift
      }
    }
  }

  /// The whole match, in bytes of the text.
  private(set) var range: Range<Int>
  private var ranges: [Range<Int>?]

  /// The parts of the matcher's last match.
  ///
  /// - Parameter shift: where the matcher's subject begins in the text.
  init?(_ matcher: Matcher, _ groups: Groups, shiftedBy shift: Int) {
    guard let whole = matcher.range() else { return nil }
    range = whole.lowerBound + shift..<whole.upperBound + shift
    ranges = groups.ranges(in: matcher, shiftedBy: shift)
  }

  subscript(_ part: Part) -> Range<Int>? { ranges[part.rawValue] }

  func has(_ part: Part) -> Bool { self[part] != nil }

  /// Whether any part carries a number: without one a text names a place, not an address.
  var isNumbered: Bool {
    has(.latin) || has(.number) || has(.lane) || has(.group) || has(.building) || has(.unit)
      || has(.room)
      || has(.floor) || has(.dashed) || has(.bare)
  }

  /// Whether any part is a name with an ending.
  var isNamed: Bool {
    has(.area) || has(.village) || has(.road) || has(.estate) || has(.site)
  }

  /// Whether the match begins with a number: 2号楼 of no estate.
  var beginsWithNumber: Bool {
    let first = range.lowerBound
    return [Part.number, .group, .building, .unit, .floor, .room, .dashed].contains {
      self[$0]?.lowerBound == first
    }
  }

  /// Parts inside a house: building, unit, floor, room.
  var indoorCount: Int {
    [Part.building, .unit, .floor, .room, .bare].count { has($0) }
  }

  /// Kinds of numbers from the house to the room; a floor counts beside its building only.
  var insideCount: Int {
    [Part.number, .building, .unit].count { has($0) } + (has(.room) || has(.bare) ? 1 : 0)
      + (has(.floor) && has(.building) ? 1 : 0)
  }

  /// Whether a name without an ending of places stands before the building: 企业天地5号楼.
  var hasNamedBuilding: Bool {
    guard !isNamed, let building = self[.building] else { return false }
    return building.lowerBound - range.lowerBound >= 9
  }

  /// Whether the second part follows the first with at most a blank or a bracket between them.
  func isFollowed(_ first: Part, by second: Part) -> Bool {
    guard let a = self[first], let b = self[second] else { return false }
    return b.lowerBound >= a.upperBound && b.lowerBound - a.upperBound <= 4
  }

  /// Lengthens the match to `end`, for a value that is an address as a whole.
  mutating func extend(to end: Int) { range = range.lowerBound..<max(range.upperBound, end) }
}
