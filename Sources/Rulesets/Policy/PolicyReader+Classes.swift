import Findings
import Policies
import RulesetSource

extension PolicyReader {
  /// The clause that a class of the short form rests on.
  static let assessmentClause = "[assessment]"

  /// `definition` and `classes`.
  mutating func readClasses(_ top: MappingReader) {
    if let mapping = top.optionalMapping("definition") {
      let dataClass = mapping.word("class", from: Self.classWords)
      if let dataClass, let citation = readCitation(mapping) {
        draft.policy.definition = GeneralDefinition(dataClass: dataClass, citation: citation)
      }
      mapping.finish()
    }
    guard let classes = top.optional("classes") else { return }
    var first: [Datum: (reading: Reading, mark: Mark)] = [:]
    if classes.shape == .mapping {
      readShortForm(classes, &first)
      return
    }
    for element in classes.elements() {
      guard let mapping = element.mapping() else { continue }
      readGroup(mapping, &first)
      mapping.finish()
    }
  }

  /// `resident-id: personal`: the reader's own assessment, without a text behind it.
  private mutating func readShortForm(
    _ classes: NodeReader, _ first: inout [Datum: (reading: Reading, mark: Mark)]
  ) {
    clauses.insert(Self.assessmentClause)
    draft.policy.clauses.append(
      Clause(id: Self.assessmentClause, heading: "assessed by the writer of the policy"))
    for entry in classes.mapping()?.allEntries() ?? [] {
      let dataClass = entry.value.word(from: Self.classWords)
      guard let datum = datum(entry.key, at: entry.value, mark: entry.keyMark), let dataClass
      else { continue }
      append(
        Reading(
          datum: datum, decision: .given(dataClass), basis: .assessment,
          citation: Citation(clause: Self.assessmentClause)),
        at: entry.value, mark: entry.keyMark, &first)
    }
  }

  /// Data of one clause, class and basis.
  private mutating func readGroup(
    _ group: MappingReader, _ first: inout [Datum: (reading: Reading, mark: Mark)]
  ) {
    let clause = clause(group.required("clause"))
    let basis = group.word("basis", from: Self.readingBasisWords)
    let note = group.optionalString("note")
    let data = data(group.required("data"))
    let source = group.optional("class-from")
    var decision: Reading.Decision?
    if let source {
      if let other = group.optional("class") {
        other.report(
          .unsound(value: "class", reason: "class and class-from exclude one another"))
      }
      decision = source.string().map { .from(policy: $0) }
    } else {
      decision = group.word("class", from: Self.classWords).map { .given($0) }
    }
    guard let clause, let basis, let decision else { return }
    for item in data {
      if let source { draft.takenPlaces[item.datum] = source }
      append(
        Reading(
          datum: item.datum, decision: decision, basis: basis,
          citation: Citation(clause: clause, words: item.words), note: note),
        at: item.place, mark: item.mark, &first)
    }
  }

  private mutating func append(
    _ reading: Reading, at place: NodeReader, mark: Mark,
    _ first: inout [Datum: (reading: Reading, mark: Mark)]
  ) {
    guard let other = first[reading.datum] else {
      first[reading.datum] = (reading, mark)
      draft.policy.readings.append(reading)
      return
    }
    if other.reading.decision == reading.decision {
      place.report(.repeated(reading.datum.name, first: other.mark), at: mark)
    } else {
      place.report(
        .unsound(
          value: reading.datum.name,
          reason: "it has another class already, on line \(other.mark.line)"),
        at: mark)
    }
  }

  /// The bases that a file states; the others come of resolving.
  static let readingBasisWords = [
    ClassBasis.listed, .byPosition, .ownDefinition, .assessment,
  ].map { (name: $0.name, value: $0) }
}
