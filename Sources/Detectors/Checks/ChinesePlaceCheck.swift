import Findings

/// A place in or near China: latitude 3 to 54, longitude 73 to 136 degrees, in either order; has nothing
/// to say of other places. Of random pairs 5 in 100 pass, of single angles 1 in 5.
struct ChinesePlaceCheck: Check {
  static let name = "chinese-place"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard let angles = Angles(value) else { return .unknown }
    guard let second = angles.second else {
      return Self.isLatitude(angles.first) || Self.isLongitude(angles.first) ? .pass : .unknown
    }
    let isPlace =
      Self.isLatitude(angles.first) && Self.isLongitude(second)
      || Self.isLongitude(angles.first) && Self.isLatitude(second)
    return isPlace ? .pass : .unknown
  }

  private static func isLatitude(_ angle: Double) -> Bool { angle >= 3 && angle <= 54 }
  private static func isLongitude(_ angle: Double) -> Bool { angle >= 73 && angle <= 136 }
}
