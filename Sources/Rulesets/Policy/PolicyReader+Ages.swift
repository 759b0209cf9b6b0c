import Policies
import RulesetSource

extension PolicyReader {
  /// `ages`, which is never left out: a text that names no number has `none-stated`.
  mutating func readAges(_ top: MappingReader) {
    guard let ages = top.required("ages") else { return }
    if ages.shape == .text {
      _ = ages.word(from: Self.noneStated)
      return
    }
    guard let mapping = ages.mapping() else { return }
    let birthday = mapping.optionalWord(
      "birthday", from: BirthdayRule.allCases.map { (name: $0.name, value: $0) })
    let citation = mapping.optional("clause") == nil ? nil : readCitation(mapping)
    var bands: [AgeRule] = []
    if let place = mapping.required("bands") {
      if place.shape == .text {
        _ = place.word(from: Self.noneStated)
      } else {
        for element in place.elements() {
          guard let band = element.mapping() else { continue }
          if let rule = readBand(band, element) { bands.append(rule) }
          band.finish()
        }
      }
    }
    mapping.finish()
    draft.policy.ages = AgeStatement(bands: bands, birthday: birthday, citation: citation)
  }

  private mutating func readBand(_ band: MappingReader, _ place: NodeReader) -> AgeRule? {
    let under = band.optional("under")
    let upTo = band.optional("up-to")
    let dataClass = band.optionalWord("class", from: Self.classWords)
    var basis: ClassBasis?
    if dataClass != nil { basis = band.word("basis", from: Self.readingBasisWords) }
    let consequences = band.optionalList("then").compactMap { element in
      element.word(from: AgeRule.Consequence.allCases.map { (name: $0.rawValue, value: $0) })
    }
    let citation = readCitation(band)
    let years: Int?
    switch (under, upTo) {
    case (let under?, nil): years = under.int(in: 1...150)
    case (nil, let upTo?): years = upTo.int(in: 0...149).map { $0 + 1 }
    default:
      place.report(
        .unsound(
          value: "band", reason: "an age is either under N years or up-to N years, which holds N"))
      years = nil
    }
    if dataClass != nil {
      if draft.agePlace != nil {
        place.report(
          .unsound(value: "class", reason: "only one band of a policy gives a class"))
      }
      draft.agePlace = place
    }
    guard let years, let citation else { return nil }
    return AgeRule(
      belowYears: years, dataClass: dataClass, basis: basis ?? .listed,
      consequences: consequences, citation: citation)
  }

  private static let noneStated: [(name: String, value: Void)] = [("none-stated", ())]
}
