import Findings
import Policies
import RulesetSource

extension PolicyReader {
  /// What a text says beside classes and ages.
  mutating func readStatements(_ top: MappingReader) {
    draft.policy.combinations = each(top, "combinations", readCombination)
    draft.policy.declarations = readDeclarations(top)
    draft.policy.exclusions = each(top, "does-not-collect", readExclusion)
    draft.policy.promises = each(top, "promises", readPromise)
    draft.policy.deadlines = each(top, "answers") { mapping in
      let days = mapping.optionalInt("within-days", in: 1...3660)
      return readCitation(mapping).map { AnswerDeadline(days: days, citation: $0) }
    }
    draft.policy.facts = each(top, "facts") { mapping in
      let statement = mapping.string("statement")
      guard let citation = readCitation(mapping), let statement else { return nil }
      return TextFact(statement: statement, citation: citation)
    }
  }

  /// Every mapping of a list that may be absent, read to its last key.
  private func each<Value>(
    _ top: MappingReader, _ key: String, _ read: (MappingReader) -> Value?
  ) -> [Value] {
    top.optionalList(key).compactMap { element in
      guard let mapping = element.mapping() else { return nil }
      let value = read(mapping)
      mapping.finish()
      return value
    }
  }

  private func readCombination(_ mapping: MappingReader) -> CombinationRule? {
    let data = scope(mapping.required("data"))
    let others = words(mapping.optional("others"))
    let with = scope(mapping.required("with"))
    let alone = mapping.word("alone", from: Self.classWords)
    let together = mapping.word("together", from: Self.classWords)
    guard let citation = readCitation(mapping), let alone, let together else { return nil }
    return CombinationRule(
      data: data, others: others, with: with, classAlone: alone, classTogether: together,
      citation: Citation(clause: citation.clause, words: citation.words + others))
  }

  private func readDeclarations(_ top: MappingReader) -> DeclaredData {
    guard let place = top.optional("declares") else { return .notApplicable }
    if place.shape == .mapping {
      guard let mapping = place.mapping() else { return .notApplicable }
      let clauses = mapping.list("empty").compactMap { clause($0) }
      mapping.finish()
      return .emptyInText(clauses.map { Citation(clause: $0) })
    }
    return .listed(
      each(top, "declares") { mapping in
        let data = data(mapping.optional("data"))
        let others = words(mapping.optional("others"))
        guard let clause = clause(mapping.required("clause")) else { return nil }
        return Declaration(
          data: data.map(\.datum), wordsOfData: data.map(\.words), others: others,
          citation: Citation(clause: clause, words: data.flatMap(\.words) + others))
      })
  }

  private func readExclusion(_ mapping: MappingReader) -> Exclusion? {
    let data = data(mapping.optional("data"))
    let purpose = mapping.optionalString("purpose")
    return readCitation(mapping).map {
      Exclusion(data: data.map(\.datum), purpose: purpose, citation: $0)
    }
  }

  private func readPromise(_ mapping: MappingReader) -> Promise? {
    let kind = mapping.word(
      "kind", from: Promise.Kind.allCases.map { (name: $0.rawValue, value: $0) })
    let scope = mapping.word(
      "of", from: Promise.Scope.allCases.map { (name: $0.rawValue, value: $0) })
    let years =
      kind == .keptAtLeast ? mapping.int("years", in: 1...100) : nil
    let isAmbiguous = mapping.bool("ambiguous", absent: false)
    guard let citation = readCitation(mapping), let kind, let scope else { return nil }
    return Promise(
      kind: kind, scope: scope, years: years, isAmbiguous: isAmbiguous, citation: citation)
  }

  /// `limits`: what an audit under this policy lets pass.
  mutating func readLimits(_ top: MappingReader) {
    guard let mapping = top.optionalMapping("limits") else { return }
    let keepsDefault = mapping.bool("keep-default", absent: false)
    let limits = each(mapping, "most") { item -> Limit? in
      let subject = item.required("of").flatMap { limitSubject($0) }
      let count = item.int("count", in: 0 ... .max)
      let citation = item.optional("clause") == nil ? nil : readCitation(item)
      guard let subject, let count else { return nil }
      return Limit(subject, most: UInt64(count), citation: citation)
    }
    mapping.finish()
    draft.policy.limits = PolicyLimits(limits: limits, keepsDefault: keepsDefault)
  }

  private func limitSubject(_ place: NodeReader) -> Limit.Subject? {
    guard let word = place.string() else { return nil }
    switch word {
    case "personal": return .personal
    case "sensitive": return .sensitive
    case "minor": return .minor
    case "persons": return .persons
    default:
      guard let datum = datum(word, at: place) else { return nil }
      guard datum.kind == nil else {
        place.report(.unsound(value: word, reason: "a limit is of a type, not of a kind"))
        return nil
      }
      return .type(datum.type)
    }
  }
}
