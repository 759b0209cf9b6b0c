package import Findings

/// How one type of personal data is told: the content of one file in `rulesets/detectors`.
package struct Rule: Sendable {
  package var info: TypeInfo
  /// The standard or public source the rule rests on, for people.
  package var standard: String
  /// The shapes the datum occurs in, tried in this order.
  package var forms: [Form]
  package var context: ContextWeights
  package var mask: MaskStyle
  package var canonical: CanonicalForm
  package var examples: Examples
  /// Part of the program, whose tests prove that its patterns compile; those of others are tried when the rule is.
  package var isBuiltin = false

  package init(
    info: TypeInfo, standard: String, forms: [Form], context: ContextWeights, mask: MaskStyle,
    canonical: CanonicalForm, examples: Examples
  ) {
    self.info = info
    self.standard = standard
    self.forms = forms
    self.context = context
    self.mask = mask
    self.canonical = canonical
    self.examples = examples
  }

  package var id: TypeID { info.id }
}

/// One shape of a datum: where it may begin, what it looks like, what it must pass.
package struct Form: Sendable {
  /// Unique within the rule; evidence carries it as `form:<name>`.
  package var name: String
  package var prefilter: Prefilter
  /// PCRE2 in free-spacing form. Boundaries are look-arounds on ASCII letters and digits, never
  /// `\b`, which is wrong next to Chinese characters.
  package var pattern: String
  package var prior: Prior
  package var checks: [CheckUse]
  /// The form says nothing without a label or a column name of its own.
  package var needsContext: Bool

  package init(
    name: String, prefilter: Prefilter, pattern: String, prior: Prior, checks: [CheckUse],
    needsContext: Bool
  ) {
    self.name = name
    self.prefilter = prefilter
    self.pattern = pattern
    self.prior = prior
    self.checks = checks
    self.needsContext = needsContext
  }
}

/// Odds, in decibans, that a look-alike is the datum before anything else is known: a stated
/// assumption per surrounding.
package struct Prior: Equatable, Sendable {
  /// In a log line or prose.
  package var text: Int
  /// In a cell of a table.
  package var cell: Int

  package init(text: Int, cell: Int) {
    self.text = text
    self.cell = cell
  }
}

/// A check as a rule uses it.
package struct CheckUse: Equatable, Sendable {
  /// Name of a member of `Check.all`.
  package var name: String
  /// Decibans when it passes: how rarely a random look-alike does.
  package var pass: Int
  /// Decibans when it fails; nil rejects the candidate.
  package var fail: Int?

  package init(name: String, pass: Int, fail: Int?) {
    self.name = name
    self.pass = pass
    self.fail = fail
  }
}

/// Which words speak for a type, and what they are worth where the rule itself says so.
///
/// Decibans, at most 20 for and 40 against. nil: what `weights.tsv` says, which is measured.
package struct ContextWeights: Equatable, Sendable {
  /// Kinds of `context_terms.tsv` whose terms speak for the type.
  package var kinds: [TypeID]
  /// Kinds whose terms name something else, though no number: the name of a file.
  package var opposed: [TypeID]
  /// A strong term directly before the value, or as the name of its column.
  package var strong: Int?
  /// A weak term in the same places.
  package var weak: Int?
  /// Any term of the type in the same line or sentence.
  package var near: Int?
  /// A term that names another number in the place of the label; half of it where the term is weak.
  package var against: Int?
  /// What stands beside a number without label and makes it something else: a unit, an operator, a
  /// row of figures; 0 where that says nothing. Slight signs are worth half.
  package var beside: Int?

  package init(
    kinds: [TypeID], opposed: [TypeID] = [], strong: Int? = nil, weak: Int? = nil,
    near: Int? = nil, against: Int? = nil, beside: Int? = nil
  ) {
    self.kinds = kinds
    self.opposed = opposed
    self.strong = strong
    self.weak = weak
    self.near = near
    self.against = against
    self.beside = beside
  }
}

/// How a value is shown: enough to recognise it by, too little to use it.
package enum MaskStyle: Equatable, Sendable {
  /// The first and last so many letters and digits stay, the others become `*`.
  case ends(first: Int, last: Int)
  /// The first character and the domain stay.
  case email
  /// The administrative part stays, the rest becomes `*`.
  case address
  /// The year stays.
  case date
  /// The surname stays, of a name in other letters the first one.
  case name
  /// Nothing stays, not even the length: for data told by the name of their column, whose shape
  /// nobody knows.
  case hidden
}

/// The form a value is compared and fingerprinted in (contract: ASCII digits, no separators, no
/// +86, X in upper case, 15-digit IDs expanded).
package enum CanonicalForm: String, Sendable, CaseIterable {
  case digits
  case residentID = "resident-id"
  case mobilePhone = "mobile-phone"
  case landlinePhone = "landline-phone"
  case email
  case address
  case date
  case lettersAndDigits = "letters-and-digits"
  /// As written, without the blanks at its ends.
  case text
  /// Without blanks, letters in upper case, middle dots as one character.
  case name
  case coordinates
  case hexadecimal
  case ipAddress = "ip-address"
  case word
}

/// The proofs a rule carries; `rules check` and the tests multiply each.
package struct Examples: Sendable {
  package struct Positive: Sendable {
    /// The text without the `«»` that mark the expected span.
    package var text: String
    /// Byte range of the expected span in `text`.
    package var span: Range<Int>
    package var level: Level
    /// The name of the column, for an example of a cell.
    package var column: String?
    /// Expected birth date (`birth`), where the value tells one.
    package var birth: CivilDate?
    /// The kind of an address.
    package var kind: Kind

    package init(
      text: String, span: Range<Int>, level: Level, column: String? = nil,
      birth: CivilDate? = nil, kind: Kind = .none
    ) {
      self.text = text
      self.span = span
      self.level = level
      self.column = column
      self.birth = birth
      self.kind = kind
    }
  }

  package struct Negative: Sendable {
    package var text: String
    package var column: String?
    /// Why it is none, for people.
    package var reason: String
    /// The check that refuses it, where the pattern matches.
    package var fails: String?

    package init(text: String, column: String? = nil, reason: String, fails: String? = nil) {
      self.text = text
      self.column = column
      self.reason = reason
      self.fails = fails
    }
  }

  package var positive: [Positive]
  package var negative: [Negative]

  package init(positive: [Positive], negative: [Negative]) {
    self.positive = positive
    self.negative = negative
  }
}
