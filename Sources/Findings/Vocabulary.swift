/// How sure a finding is: a promise about how often findings of the level are right.
///
/// The borders are in decibans (ten times the base-10 logarithm of the odds): 0 is 50 %,
/// 10 is 90.9 %, 20 is 99.0 %.
package enum Level: UInt8, Comparable, Sendable, CaseIterable {
  case possible
  case likely
  case certain

  /// The level that a sum of evidence reaches; nil below even odds.
  package init?(decibans: Int) {
    switch decibans {
    case ..<0: return nil
    case ..<10: self = .possible
    case ..<20: self = .likely
    default: self = .certain
    }
  }

  package init?(name: some StringProtocol) {
    guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  package var name: String {
    switch self {
    case .possible: "possible"
    case .likely: "likely"
    case .certain: "certain"
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What a finding was told from.
package enum Basis: UInt8, Sendable {
  case value
  case name
  case comment

  package var name: String {
    switch self {
    case .value: "value"
    case .name: "name"
    case .comment: "comment"
    }
  }
}

/// What an address is for; `none` for every other type.
///
/// One policy calls only the *home* address sensitive, so the kind decides a class.
package enum Kind: UInt8, Sendable, CaseIterable {
  case none
  case plain
  case home
  case delivery
  case work

  package var name: String? {
    switch self {
    case .none: nil
    case .plain: "plain"
    case .home: "home"
    case .delivery: "delivery"
    case .work: "work"
    }
  }
}

/// Whose data a field of a record holds.
package enum Role: UInt8, Sendable, CaseIterable {
  /// The person the record is about.
  case subject
  /// A parent, guardian or emergency contact beside the person.
  case guardian
}

/// Remarks on a finding that change nothing about what it is.
package struct Labels: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// No remark. Made once: `[]` at each use calls a generic initialiser.
  package static let none: Labels = []
  /// A number that stands in documentation, samples or tests (13800138000, 4111…).
  package static let testData = Labels(rawValue: 1 << 0)
  /// The source itself shows the value masked.
  package static let masked = Labels(rawValue: 1 << 1)
  /// Found in the name of a file, table or field, not in the content.
  package static let inName = Labels(rawValue: 1 << 2)
  /// Stands in a field that belongs to a guardian, not to the person of the record.
  package static let guardian = Labels(rawValue: 1 << 3)
  /// The source holds a hash of the value.
  package static let hashed = Labels(rawValue: 1 << 4)
  /// The source holds the value encrypted.
  package static let encrypted = Labels(rawValue: 1 << 5)

  /// Names in the order reports print them.
  package static let names: [(Labels, String)] = [
    (.testData, "test-data"), (.masked, "masked"), (.inName, "in-name"), (.guardian, "guardian"),
    (.hashed, "hashed"), (.encrypted, "encrypted"),
  ]
}
