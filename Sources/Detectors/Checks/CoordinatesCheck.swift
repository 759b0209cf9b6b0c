import Findings

/// A place on Earth: one angle of at most 180 degrees, or a latitude and a longitude in either order,
/// in degrees or in degrees, minutes and seconds (ISO 6709). Zero and whole degrees are no
/// measured place.
struct CoordinatesCheck: Check {
  static let name = "coordinates"

  init(_ tables: FactTables) {}

  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    guard let angles = Angles(value) else { return .fail }
    if angles.first == angles.first.rounded() { return .fail }
    guard let second = angles.second else { return abs(angles.first) <= 180 ? .pass : .fail }
    if second == second.rounded() { return .fail }
    let (low, high) = (
      min(abs(angles.first), abs(second)), max(abs(angles.first), abs(second))
    )
    return low <= 90 && high <= 180 ? .pass : .fail
  }
}

/// One angle or two, in degrees, read from the canonical form of coordinates.
struct Angles {
  var first = 0.0
  var second: Double?

  /// Nil where the numbers are neither one angle, two, nor two of degrees, minutes and seconds.
  init?(_ value: Span<UInt8>) {
    var numbers = InlineArray<6, Double>(repeating: 0)
    var count = 0
    var i = 0
    while i < value.count {
      guard count < 6 else { return nil }
      let isNegative = value[i] == 0x2D
      if isNegative { i += 1 }
      var number = 0.0
      var scale = 0.0
      while i < value.count, value[i] != 0x2C {
        if value[i] == 0x2E {
          guard scale == 0 else { return nil }
          scale = 1
        } else {
          number = number * 10 + Double(value[i] &- 0x30)
          scale *= 10
        }
        i += 1
      }
      i += 1
      if scale > 1 { number /= scale }
      numbers[count] = isNegative ? -number : number
      count += 1
    }
    switch count {
    case 1:
      first = numbers[0]
    case 2:
      first = numbers[0]
      second = numbers[1]
    case 4, 6:
      let parts = count / 2
      first = Self.angle(numbers, 0, parts)
      second = Self.angle(numbers, parts, parts)
      guard numbers[1] < 60, numbers[parts + 1] < 60 else { return nil }
    default:
      return nil
    }
  }

  private static func angle(_ numbers: InlineArray<6, Double>, _ start: Int, _ parts: Int) -> Double
  {
    numbers[start] + numbers[start + 1] / 60 + (parts == 3 ? numbers[start + 2] / 3600 : 0)
  }
}
