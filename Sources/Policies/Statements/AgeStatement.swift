/// What a text says of age. That it names no number is stated, never left out.
package struct AgeStatement: Sendable, Hashable {
  /// Empty where the text names no number of years (`none-stated`).
  package let bands: [AgeRule]
  /// On which day a year counts; nil where the text does not say, which means `on`.
  package let birthday: BirthdayRule?
  /// Where a text that names no number still speaks of minors.
  package let citation: Citation?

  package init(bands: [AgeRule], birthday: BirthdayRule? = nil, citation: Citation? = nil) {
    self.bands = bands
    self.birthday = birthday
    self.citation = citation
  }

  package static let noneStated = AgeStatement(bands: [])

  /// The band that gives data of persons below its age a class; a policy has at most one.
  package var classRule: AgeRule? { bands.first { $0.dataClass != nil } }

  package var citations: [Citation] { bands.map(\.citation) + [citation].compactMap { $0 } }
}
