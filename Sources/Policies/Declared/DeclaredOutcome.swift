/// What comes of holding found data against what a text says: a closed vocabulary, the gravest
/// first.
package enum DeclaredOutcome: String, CaseIterable, Comparable, Sendable {
  /// Found, and the text says that it is not collected.
  case foundThoughExcluded = "found-though-excluded"
  /// Found in a form that the text promises not to store it in.
  case promiseContradicted = "promise-contradicted"
  /// Perhaps so: a field holds both forms, and its counts do not tell which rows are which.
  case promiseInDoubt = "promise-in-doubt"
  /// Found, and the text declares it nowhere: over-collection, or a text that is not complete.
  case foundNotDeclared = "found-not-declared"
  /// An address whose purpose is not known was found; the text declares addresses of some purposes
  /// only.
  case kindUnclear = "kind-unclear"
  /// Found and declared.
  case declaredAndFound = "declared-and-found"
  /// Declared, looked for, and not found in what was read.
  case declaredNotFound = "declared-not-found"
  /// Declared, and the run did not look for it: no type stands for it, or its type was left out.
  case notLookedFor = "not-looked-for"
  /// Nothing that was found contradicts the promise or the exclusion. It may be broken elsewhere.
  case notContradicted = "not-contradicted"
  /// Whether the text is kept to cannot be told from data: where a server stands, a purpose, a
  /// period, or a promise whose scope is not clear.
  case cannotBeTold = "cannot-be-told"
  /// The text's lists are empty: there is nothing to compare findings with.
  case nothingDeclared = "nothing-declared"
  /// A law or a standard, which collects nothing.
  case notApplicable = "not-applicable"

  /// Asks for somebody's attention.
  package var isFault: Bool { self <= .foundNotDeclared }

  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
