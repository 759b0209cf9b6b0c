import Findings

/// The age below which a policy gives data another class: a class rule without its text, which is asked of
/// every finding and copied without a retain.
struct MinorLimit: Sendable {
  /// 0 where no text of the policy gives data of minors a class.
  private let belowYears: Int
  private let birthday: BirthdayRule

  init(_ rule: ClassRule?) {
    belowYears = rule?.rule.belowYears ?? 0
    birthday = rule?.birthday ?? .on
  }

  @inline(__always)
  func covers(_ age: Age) -> Bool { belowYears > 0 && age.isBelow(belowYears, birthday: birthday) }
}
