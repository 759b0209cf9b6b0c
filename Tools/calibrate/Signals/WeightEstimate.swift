import Foundation

/// The weight of a signal as one corpus tells it.
struct WeightEstimate {
  /// Matches with the signal, and all that were counted.
  let with: SignalTally.Count
  let all: SignalTally.Count

  /// Half a match is added to each count, so that what was never met is rare and not impossible.
  private static let smoothing = 0.5
  /// Fewer real values, or fewer look-alikes, tell nothing.
  private static let fewest = 20
  /// Fewer matches with the signal tell nothing of it.
  private static let fewestWith = 10

  /// A signal that so many of both sorts have was the author's habit; there is nothing beside it to compare.
  private static let habit = 0.9

  /// Whether there was enough of both sorts, and of the signal, to compare.
  var isTelling: Bool {
    all.real >= Self.fewest && all.other >= Self.fewest
      && with.real + with.other >= Self.fewestWith
      && !(Double(with.real) >= Self.habit * Double(all.real)
        && Double(with.other) >= Self.habit * Double(all.other))
  }

  /// Ten times the base-10 logarithm of P(signal | real) / P(signal | look-alike).
  var decibans: Double {
    func share(_ with: Int, _ all: Int) -> Double {
      (Double(with) + Self.smoothing) / (Double(all) + 2 * Self.smoothing)
    }
    return 10 * log10(share(with.real, all.real) / share(with.other, all.other))
  }
}
