/// The first few places, in the order of their bytes: a list of fixed length, whatever is added.
///
/// Adding and merging give the same list in any order, so places of parts of a run can be put
/// together.
package struct ExamplePlaces: Hashable, Sendable {
  package static let limit = 3

  package private(set) var places: [FoundPlace] = []

  package init() {}

  package mutating func insert(_ place: FoundPlace) {
    if places.count == Self.limit, let last = places.last, last <= place { return }
    if places.contains(place) { return }
    let index = places.firstIndex { place < $0 } ?? places.endIndex
    places.insert(place, at: index)
    if places.count > Self.limit { places.removeLast() }
  }

  package mutating func merge(_ other: ExamplePlaces) {
    for place in other.places { insert(place) }
  }
}
