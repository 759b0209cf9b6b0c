/// A number of distinct persons, with the bounds between which it lies.
package struct PersonCount: Equatable, Sendable {
  package let count: UInt64
  /// Equal to `count` where it is exact; else the count lies between them 95 times in 100.
  package let lower: UInt64
  package let upper: UInt64

  package var isExact: Bool { lower == upper }

  package static let zero = PersonCount(count: 0, lower: 0, upper: 0)

  package init(count: UInt64, lower: UInt64, upper: UInt64) {
    precondition(lower <= count && count <= upper, "a count lies between its bounds")
    self.count = count
    self.lower = lower
    self.upper = upper
  }

  package init(exactly count: UInt64) { self.init(count: count, lower: count, upper: count) }

  /// Adds a number of others. Where both are estimates the bounds are a little too wide.
  package static func + (a: PersonCount, b: PersonCount) -> PersonCount {
    PersonCount(count: a.count + b.count, lower: a.lower + b.lower, upper: a.upper + b.upper)
  }
}
