/// How much protection a datum asks for, in rising order.
///
/// `none` is data of no natural person, such as a company's code. `sensitive` is sensitive personal
/// information (PIPL Art. 28) and contains `personal`.
package enum DataClass: UInt8, Comparable, CaseIterable, Sendable {
  case none
  case personal
  case sensitive

  package init?(name: some StringProtocol) {
    guard let value = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = value
  }

  /// The word of reports and policy files.
  package var name: String {
    switch self {
    case .none: "none"
    case .personal: "personal"
    case .sensitive: "sensitive"
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
