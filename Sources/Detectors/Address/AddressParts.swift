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

    var count: Int { numbers.count }

    /// Where a part stands in the matcher's last match; nil where it does not.
    func range(ofPart part: Int, in matcher: Matcher) -> Range<Int>? {
      numbers[part] < Int.max ? matcher.range(of: numbers[part]) : nil
    }

    fileprivate func places(in matcher: Matcher, shiftedBy shift: Int) -> Places {
      var places = Places(repeating: .none)
      for part in numbers.indices where numbers[part] < Int.max {
        guard let range = matcher.range(of: numbers[part]), !range.isEmpty else { continue }
        places[part] = Place(
          start: Int32(range.lowerBound + shift), end: Int32(range.upperBound + shift))
      }
      return places
    }
  }

  /// Where a part stands, in bytes of a text of at most 2^29.
  fileprivate struct Place {
    static let none = Place(start: -1, end: -1)

    var start: Int32
    var end: Int32
  }

  /// One for each of `Part.allCases`: without a block of memory for every address.
  fileprivate typealias Places = InlineArray<17, Place>

  /// The whole match, in bytes of the text.
  private(set) var range: Range<Int>
  private var places: Places

  /// The parts of the matcher's last match.
  ///
  /// - Parameter shift: where the matcher's subject begins in the text.
  init?(_ matcher: Matcher, _ groups: Groups, shiftedBy shift: Int) {
    guard let whole = matcher.range() else { return nil }
    range = whole.lowerBound + shift..<whole.upperBound + shift
    places = groups.places(in: matcher, shiftedBy: shift)
  }

  /// No part yet.
  init(from start: Int) {
    range = start..<start
    places = Places(repeating: .none)
  }

  /// Enters where a part stands, by its place in `Part.allCases`; one without a character is none.
  mutating func set(_ part: Int, from start: Int, to end: Int) {
    places[part] = start < end ? Place(start: Int32(start), end: Int32(end)) : .none
  }

  subscript(_ part: Part) -> Range<Int>? {
    let place = places[part.rawValue]
    return place.start < 0 ? nil : Int(place.start)..<Int(place.end)
  }

  func has(_ part: Part) -> Bool { places[part.rawValue].start >= 0 }

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
    begins(with: .number) || begins(with: .group) || begins(with: .building)
      || begins(with: .unit) || begins(with: .floor) || begins(with: .room)
      || begins(with: .dashed)
  }

  private func begins(with part: Part) -> Bool {
    Int(places[part.rawValue].start) == range.lowerBound
  }

  /// Parts inside a house: building, unit, floor, room.
  var indoorCount: Int {
    count(.building) + count(.unit) + count(.floor) + count(.room) + count(.bare)
  }

  private func count(_ part: Part) -> Int { has(part) ? 1 : 0 }

  /// Kinds of numbers from the house to the room; a floor counts beside its building only.
  var insideCount: Int {
    count(.number) + count(.building) + count(.unit) + (has(.room) || has(.bare) ? 1 : 0)
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
