/// What a class rests on. Nothing is guessed beyond these.
package enum ClassBasis: UInt8, CaseIterable, Sendable {
  /// The text lists the datum under its definition.
  case listed
  /// The text names the datum among data it collects, without a class.
  case byPosition
  /// The law or standard that the text rests on lists it.
  case fallback
  /// The fallback's general definition or harm test covers it; no list names it.
  case fallbackDefinition
  /// The text's own general definition covers it ("alone or in combination").
  case ownDefinition
  /// A harm test, in our reading.
  case assessment

  package init?(name: some StringProtocol) {
    guard let value = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = value
  }

  /// The words of reports and policy files.
  package var name: String {
    switch self {
    case .listed: "listed"
    case .byPosition: "by position"
    case .fallback: "fallback"
    case .fallbackDefinition: "fallback definition"
    case .ownDefinition: "own definition"
    case .assessment: "assessment"
    }
  }

  /// The basis of a class that another text takes from this one: what is named here is a
  /// `fallback` there, what is only defined or assessed here is a `fallbackDefinition`.
  package var throughFallback: ClassBasis {
    switch self {
    case .listed, .byPosition, .fallback: .fallback
    case .ownDefinition, .assessment, .fallbackDefinition: .fallbackDefinition
    }
  }
}
