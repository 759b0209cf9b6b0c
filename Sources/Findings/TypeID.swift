/// The id of a kind of personal data: the same word in rules, policies, options and reports.
///
/// Ids are lower-case ASCII words joined by hyphens (`resident-id`). The set is open: a user's rule
/// may bring its own.
package struct TypeID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What every module needs to know of a type: its place in a run's list and its titles.
package struct TypeInfo: Sendable {
  package let id: TypeID
  package let titleInChinese: String
  package let titleInEnglish: String

  package init(id: TypeID, titleInChinese: String, titleInEnglish: String) {
    self.id = id
    self.titleInChinese = titleInChinese
    self.titleInEnglish = titleInEnglish
  }
}
