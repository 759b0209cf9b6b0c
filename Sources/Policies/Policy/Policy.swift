package import Findings

/// The reading of one published text: a company's privacy policy, a law or a standard.
///
/// It cites and never quotes: a clause id and the datum's own words, so that `policies check` can
/// hold every citation against the text itself.
package struct Policy: Sendable, Equatable {
  /// Lower-case ASCII words joined by hyphens; the name of the policy's file.
  package var id: String
  package var titleInChinese: String
  package var titleInEnglish: String
  package var status: PolicyStatus
  /// The text that was read, where it is pinned by its digest; nil for laws and standards.
  package var text: PolicyText?
  /// Every clause that is cited, in the order of the file.
  package var clauses: [Clause]
  /// The laws and policies that decide where this one is silent, first things first.
  package var fallbacks: [Fallback]
  /// The classes that the text gives to data it names.
  package var readings: [Reading]
  /// The text's own general definition, for data that neither it nor a fallback names.
  package var definition: GeneralDefinition?
  package var ages: AgeStatement
  package var combinations: [CombinationRule]
  package var declarations: DeclaredData
  /// What the text says that it does not collect.
  package var exclusions: [Exclusion]
  package var promises: [Promise]
  package var deadlines: [AnswerDeadline]
  package var facts: [TextFact]
  package var limits: PolicyLimits
  package var cases: [PolicyCase]

  /// A policy with no more than a name and an age statement; the rest is set on the value.
  package init(id: String, titleInChinese: String, titleInEnglish: String, ages: AgeStatement) {
    self.id = id
    self.titleInChinese = titleInChinese
    self.titleInEnglish = titleInEnglish
    self.ages = ages
    status = .undated
    text = nil
    clauses = []
    fallbacks = []
    readings = []
    definition = nil
    combinations = []
    declarations = .notApplicable
    exclusions = []
    promises = []
    deadlines = []
    facts = []
    limits = PolicyLimits()
    cases = []
  }

  /// What the text itself says of a datum: a reading of this kind of it before one of every kind. An
  /// address of unknown kind is a plain one.
  package func reading(of type: TypeID, kind: Kind) -> Reading? {
    let kind = kind == .none ? Kind.plain : kind
    // By index: an iterator copies each reading, with all its texts.
    var general: Int?
    for i in readings.indices where readings[i].datum.type == type {
      if readings[i].datum.kind == kind { return readings[i] }
      if general == nil, readings[i].datum.kind == nil { general = i }
    }
    return general.map { readings[$0] }
  }

  /// Every citation of the policy, which `TextCheck` holds against the text.
  package var citations: [Citation] {
    var all: [Citation] = readings.map(\.citation)
    all += [status.citation, definition?.citation].compactMap { $0 }
    all += fallbacks.compactMap(\.citation)
    all += ages.citations
    all += combinations.map(\.citation)
    all += declarations.citations
    all += exclusions.map(\.citation) + promises.map(\.citation)
    all += deadlines.map(\.citation) + facts.map(\.citation)
    all += limits.limits.compactMap(\.citation)
    return all
  }
}
