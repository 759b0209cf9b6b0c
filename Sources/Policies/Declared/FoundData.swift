package import Findings

/// What a run found of every datum: what declarations and promises are held against.
///
/// Memory is bounded by types and kinds, whatever the number of sources and fields. Parts can be
/// merged in any order.
package struct FoundData: Sendable, Hashable {
  package struct Key: Hashable, Comparable, Sendable {
    /// Index into the run's types.
    package let type: Int
    /// `none` but for addresses.
    package let kind: Kind

    package init(type: Int, kind: Kind) {
      self.type = type
      self.kind = kind
    }

    package static func < (a: Self, b: Self) -> Bool {
      (a.type, a.kind.rawValue) < (b.type, b.kind.rawValue)
    }
  }

  package private(set) var data: [Key: FoundDatum] = [:]

  package init() {}

  /// The data that were found, in the order of the run's types.
  package var keys: [Key] { data.keys.sorted() }

  package subscript(key: Key) -> FoundDatum? { data[key] }

  /// Adds a source, once.
  ///
  /// - Parameter fieldName: what reports call a column (0-based) of a table.
  package mutating func add(
    _ source: SourceReport, fieldName: (Int, TableShape) -> String
  ) {
    var met: Set<Key> = []
    for (place, tally) in source.tally.fields where tally.matches > 0 {
      for kind in Kind.allCases where FoundDatum.counts(tally, of: kind) {
        let key = Key(type: Int(place.type), kind: kind)
        met.insert(key)
        data[key, default: FoundDatum()].add(
          tally, of: kind, role: source.tally.role(of: place),
          at: Self.place(of: place, in: source, fieldName))
      }
    }
    for key in met { data[key]?.sources += 1 }
  }

  private static func place(
    of key: SourceTally.Key, in source: SourceReport, _ fieldName: (Int, TableShape) -> String
  ) -> FoundPlace {
    guard key.table >= 0 else { return FoundPlace(source.identity, table: "", field: "") }
    let shape = source.tally.tables[Int(key.table)].shape
    return FoundPlace(
      source.identity, table: shape.name,
      field: key.field < 0 ? "" : fieldName(Int(key.field), shape))
  }

  /// Adds what another part of the run found, of other sources and with the same types.
  package mutating func merge(_ other: FoundData) {
    for (key, datum) in other.data { data[key, default: FoundDatum()].merge(datum) }
  }
}
