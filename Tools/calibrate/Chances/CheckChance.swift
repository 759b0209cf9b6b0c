import Foundation

/// How often random look-alikes of one form passed one of its checks, among those that passed the
/// checks before it.
struct CheckChance {
  struct Count {
    var passed = 0
    /// The others failed, or the check had nothing to say of them.
    var failed = 0
    var tried = 0

    /// Decibans that a pass is worth: ten times the base-10 logarithm of one in so many.
    var decibans: Double? { passed == 0 ? nil : -10 * log10(Double(passed) / Double(tried)) }
  }

  let check: String
  let stated: Int
  /// By length of the look-alike in letters and digits.
  var counts: [Int: Count] = [:]

  /// Whether the check has nothing to say of any value of the form.
  var isSilent: Bool { counts.values.allSatisfy { $0.passed + $0.failed == 0 } }

  /// The count of the length at which look-alikes pass most often: what a pass is worth at least.
  var counted: Count? {
    counts.values.filter { $0.passed > 0 }.max {
      Double($0.passed) / Double($0.tried) < Double($1.passed) / Double($1.tried)
    }
  }

  /// Counted and stated differ by more than a deciban: 1 in 10 would be called 1 in 13.
  static let toleranceInDecibans = 1.0

  /// Whether what is stated is what was counted.
  var isRight: Bool {
    if isSilent { return true }
    guard let decibans = counted?.decibans else { return false }
    return abs(decibans - Double(stated)) <= Self.toleranceInDecibans
  }
}
