package import Findings
package import Policies

/// Findings by class and level.
package struct ClassCounts: Equatable, Sendable {
  private var counts = ContiguousArray<UInt64>(
    repeating: 0, count: Self.classes.count * Level.allCases.count)

  /// From the gravest to the least, the order of the reports.
  package static let classes = Array(DataClass.allCases.reversed())

  package init() {}

  package subscript(dataClass: DataClass, level: Level) -> UInt64 {
    get { counts[Self.index(dataClass, level)] }
    set { counts[Self.index(dataClass, level)] = newValue }
  }

  package subscript(dataClass: DataClass) -> UInt64 {
    Level.allCases.reduce(0) { $0 + self[dataClass, $1] }
  }

  package var total: UInt64 { counts.reduce(0, +) }

  package mutating func add(_ other: ClassCounts) {
    for i in counts.indices { counts[i] += other.counts[i] }
  }

  private static func index(_ dataClass: DataClass, _ level: Level) -> Int {
    Int(dataClass.rawValue) * Level.allCases.count + Int(level.rawValue)
  }
}
