/// A division of the state that bears a name, as its code tells it.
struct Division: Equatable, Sendable {
  /// Nine digits: province (2), prefecture (2), county (2), township (3).
  let code: UInt32
  /// The name was met without its ending (杭州 for 杭州市).
  let isShort: Bool

  enum Tier: UInt8, Comparable, Sendable {
    case province
    case prefecture
    case county
    case township

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// Codes within one division of this tier share what is left after dividing by this.
    var divisor: UInt32 {
      switch self {
      case .province: 10_000_000
      case .prefecture: 100_000
      case .county: 1000
      case .township: 1
      }
    }
  }

  var tier: Tier {
    if code % 1000 != 0 { return .township }
    if code % 100_000 != 0 { return .county }
    return code % 10_000_000 != 0 ? .prefecture : .province
  }

  /// Whether this division lies in `other`, or is it.
  func lies(in other: Division) -> Bool {
    // The codes of a division and of all that lies in it are its own and those that follow.
    code &- other.code < other.tier.divisor
  }
}
