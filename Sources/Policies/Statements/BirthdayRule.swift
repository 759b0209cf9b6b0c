/// When a year of age is complete.
package enum BirthdayRule: UInt8, Sendable, CaseIterable {
  /// On the birthday (29 February: on 1 March).
  case on
  /// On the day after it, as criminal law counts (法释〔2006〕1号, Art. 2).
  case after

  package var name: String {
    switch self {
    case .on: "on"
    case .after: "after"
    }
  }
}
