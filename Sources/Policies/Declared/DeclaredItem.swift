import Findings

/// One line of a comparison: a datum, a promise or a declaration, and what comes of it.
package struct DeclaredItem: Hashable, Sendable {
  /// What of the text the item is about.
  package enum Subject: Hashable, Sendable {
    /// What the text declares, or a found datum that it does not.
    case declaration
    case exclusion(Exclusion)
    case promise(Promise)
  }

  /// Index into the run's policies.
  package let policy: Int
  package let subject: Subject
  package let outcome: DeclaredOutcome
  /// What was found or declared; nil where the item is about no one datum.
  package let datum: Datum?
  /// Index into the run's types; nil where the run does not look for the datum.
  package let type: Int?
  /// The gravest class of what was found, by the policy; nil where nothing was.
  package let dataClass: DataClass?
  /// The clauses, with the text's own words that are about the datum. Empty where the text is
  /// silent.
  package let citations: [Citation]
  /// Matches that the outcome is about, with bounds where they cannot be told exactly; of an item
  /// without findings zero.
  package let matches: FoundDatum.Bounds
  /// The first places of these matches.
  package let places: ExamplePlaces
  /// Everything that was found of the datum.
  package let found: FoundDatum?
  /// Matches of persons under 14, as the policy counts; guardians' fields apart.
  package let under14: UInt64

  init(
    policy: Int, subject: Subject = .declaration, outcome: DeclaredOutcome, datum: Datum? = nil,
    type: Int? = nil, dataClass: DataClass? = nil, citations: [Citation] = [],
    matches: FoundDatum.Bounds = 0...0, places: ExamplePlaces = ExamplePlaces(),
    found: FoundDatum? = nil, under14: UInt64 = 0
  ) {
    self.policy = policy
    self.subject = subject
    self.outcome = outcome
    self.datum = datum
    self.type = type
    self.dataClass = dataClass
    self.citations = citations
    self.matches = matches
    self.places = places
    self.found = found
    self.under14 = under14
  }
}
