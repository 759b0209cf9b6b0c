import Findings

/// An age in completed years, 0 to 120; whoever has lived longer is known by name. Of random numbers
/// of up to three digits 12 in 100 pass.
struct StatedAgeCheck: Check {
  static let name = "stated-age"

  private static let oldest = 120

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard (1...3).contains(value.count), let years = decimal(value, 0..<value.count),
      years <= Self.oldest
    else { return .fail }
    facts.ageInYears = years
    return .pass
  }
}
