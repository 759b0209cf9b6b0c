package import Findings

/// The findings of one type in all sources.
package struct TypeTotals: Sendable {
  package internal(set) var counts = ClassCounts()
  /// Hits below the weakest level that is listed.
  package internal(set) var possible: UInt64 = 0
  package internal(set) var testData: UInt64 = 0
  package internal(set) var masked: UInt64 = 0
  package internal(set) var distinct = DistinctCounter()
  /// See `FieldTally.linked`.
  package internal(set) var linked = DistinctCounter()
}
