import Findings

/// A number of persons, or of distinct values, in ASCII digits: `~` before an estimate.
enum CountText {
  static func of(_ count: PersonCount) -> String {
    (count.isExact ? "" : "~") + String(count.count)
  }

  static func of(_ counter: DistinctCounter) -> String {
    (counter.isExact ? "" : "~") + String(counter.count)
  }
}
