import Foundation

/// What a count of right findings among all says of the share that is right.
struct BinomialBound {
  let right: Int
  let all: Int

  /// Standard deviations of a one-sided bound of 95 %.
  private static let z = 1.6448536269514722

  var share: Double { all == 0 ? 0 : Double(right) / Double(all) }

  /// The lower end of Wilson's interval: with 95 % certainty the share is not below.
  var lower: Double { wilson(-1) }

  /// With 95 % certainty the share is not above.
  var upper: Double { wilson(1) }

  private func wilson(_ sign: Double) -> Double {
    guard all > 0 else { return sign < 0 ? 0 : 1 }
    let (n, z2) = (Double(all), Self.z * Self.z)
    let spread = Self.z * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
    return (share + z2 / (2 * n) + sign * spread) / (1 + z2 / n)
  }
}
