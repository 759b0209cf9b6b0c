import Findings
import Policies
import RulesetSource

extension PolicyReader {
  /// `cases`: the policy's own tests.
  mutating func readCases(_ top: MappingReader) {
    for element in top.optionalList("cases") {
      guard let mapping = element.mapping() else { continue }
      let place = mapping.required("type")
      let datum = place.flatMap { place in
        place.string().flatMap { self.datum($0, at: place) }
      }
      let age = readAge(mapping, element)
      let role =
        mapping.optionalWord(
          "role", from: [(name: "subject", value: Role.subject), (name: "guardian", .guardian)])
        ?? .subject
      let dataClass = mapping.word("class", from: Self.classWords)
      let clausePlace = mapping.required("clause")
      let basis = mapping.word(
        "basis", from: ClassBasis.allCases.map { (name: $0.name, value: $0) })
      mapping.finish()
      guard let datum, let age, let dataClass, let clausePlace,
        let clause = clausePlace.string(), let basis
      else { continue }
      draft.policy.cases.append(
        PolicyCase(
          datum: datum, age: age, role: role, expectedClass: dataClass, expectedClause: clause,
          expectedBasis: basis, line: element.node.mark.line))
      draft.casePlaces.append(clausePlace)
    }
  }

  /// `age` in completed years, or `born` and `as-of`; unknown without either.
  private func readAge(_ mapping: MappingReader, _ place: NodeReader) -> Age? {
    let years = mapping.optional("age")
    let born = mapping.optional("born")
    let day = mapping.optional("as-of")
    switch (years, born, day) {
    case (nil, nil, nil): return .unknown
    case (let years?, nil, nil): return years.int(in: 0...150).map { Age(years: $0) }
    case (nil, let born?, let day?):
      let birth = date(born)
      let asOf = date(day)
      guard let birth, let asOf else { return nil }
      let age = Age(bornOn: birth, asOf: asOf)
      if age == .unknown {
        place.report(
          .unsound(value: birth.iso, reason: "the birth is after as-of, or 150 years before it"))
        return nil
      }
      return age
    default:
      place.report(
        .unsound(value: "age", reason: "an age is given as age, or as born and as-of"))
      return nil
    }
  }
}
