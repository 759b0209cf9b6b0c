package import Findings

/// A type, or one kind of it: `resident-id`, `address`, `address/home`.
package struct Datum: Hashable, Comparable, Sendable {
  package let type: TypeID
  /// Nil stands for every kind.
  package let kind: Kind?

  package init(type: TypeID, kind: Kind? = nil) {
    self.type = type
    self.kind = kind
  }

  /// Reads `type` or `type/kind`; nil where the kind is no word of `Kind`. The type is not checked.
  package init?(name: some StringProtocol) {
    guard let slash = name.firstIndex(of: "/") else {
      self.init(type: TypeID(rawValue: String(name)))
      return
    }
    let word = name[name.index(after: slash)...]
    guard let kind = Kind.allCases.first(where: { $0.name.map { $0 == word } ?? false }) else {
      return nil
    }
    self.init(type: TypeID(rawValue: String(name[..<slash])), kind: kind)
  }

  /// The kinds in which a type is found: those of an address, `none` of anything else.
  package static func kinds(of type: TypeID) -> [Kind] {
    type.rawValue == "address" ? [.plain, .home, .delivery, .work] : [.none]
  }

  package var name: String {
    guard let kind = kind?.name else { return type.rawValue }
    return "\(type.rawValue)/\(kind)"
  }

  /// Whether what is said of this datum is said of `other`: the same one, or a kind of this type. An
  /// address of unknown kind is a plain one.
  package func covers(_ other: Datum) -> Bool {
    guard type == other.type else { return false }
    let otherKind = other.kind ?? .none
    return kind == nil || kind == (otherKind == .none ? .plain : otherKind)
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.type.rawValue, a.kind?.rawValue ?? 0) < (b.type.rawValue, b.kind?.rawValue ?? 0)
  }
}
