package import Findings

/// A test that a look-alike passes by chance only: a check digit, a table, a date.
///
/// A check sees the canonical form of the value (ASCII digits, upper-case X, no separators).
package protocol Check: Sendable {
  /// The word in rule files and in evidence.
  static var name: String { get }

  init(_ tables: FactTables)

  /// Must not allocate: it runs for every look-alike.
  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome
}

package enum CheckOutcome: Equatable, Sendable {
  case pass
  case fail
  /// The check has nothing to say of this value (a card of a scheme the table does not cover).
  case unknown
}

/// What a value tells of its person, gathered while it is checked.
package struct Facts: Equatable, Sendable {
  /// The day ages are reckoned on; no date after it is a birth date.
  package let asOf: CivilDate
  package var birth: CivilDate?
  /// An age stated in completed years.
  package var ageInYears: Int?
  package var labels = Labels.none

  package init(asOf: CivilDate) { self.asOf = asOf }
}
