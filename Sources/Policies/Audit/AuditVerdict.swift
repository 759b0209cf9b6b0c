package import Findings

/// The answer of an audit, with its reasons.
package struct AuditVerdict: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    case pass
    /// A limit is passed; wins over `incomplete`.
    case fail
    /// No limit is passed by what was read, and something that counts could not be read.
    case incomplete

    package var name: String {
      switch self {
      case .pass: "pass"
      case .fail: "fail"
      case .incomplete: "incomplete"
      }
    }
  }

  /// One limit and what was counted against it.
  package struct Check: Sendable, Hashable {
    package let item: Limits.Item
    /// Lower and upper bound; equal but for persons.
    package let count: ClosedRange<UInt64>

    /// That a limit is kept must be certain, so the upper bound decides.
    package var isBreached: Bool { count.upperBound > item.limit.most }

    package init(item: Limits.Item, count: ClosedRange<UInt64>) {
      self.item = item
      self.count = count
    }
  }

  package let outcome: Outcome
  /// Something that counts could not be read. Stated beside a failure too.
  package let isIncomplete: Bool
  /// Every limit, in the order given, kept or not.
  package let checks: [Check]

  package var breaches: [Check] { checks.filter(\.isBreached) }

  /// Judges the counts of a run. Pure: the same counts and limits give the same verdict.
  package init(counts: AuditCounts, types: [TypeInfo], limits: Limits, isIncomplete: Bool) {
    checks = limits.items.map { item in
      Check(item: item, count: counts.count(of: item.limit.subject, types: types))
    }
    self.isIncomplete = isIncomplete
    outcome =
      if checks.contains(where: \.isBreached) { .fail } else if isIncomplete {
        .incomplete
      } else { .pass }
  }
}
