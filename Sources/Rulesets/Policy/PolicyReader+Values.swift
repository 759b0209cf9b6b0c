import Findings
import Policies
import RulesetSource

/// The small values that several sections of a policy file are made of.
extension PolicyReader {
  /// `clause` and `words` of a mapping; nil, after a report, without a known clause.
  func readCitation(_ mapping: MappingReader) -> Citation? {
    let words = self.words(mapping.optional("words"))
    guard let clause = clause(mapping.required("clause")) else { return nil }
    return Citation(clause: clause, words: words)
  }

  /// The id of a clause that the file declares.
  func clause(_ place: NodeReader?) -> String? {
    guard let place, let id = place.string() else { return nil }
    guard clauses.contains(id) else {
      place.report(
        .unknownName(
          id, kind: "clause", nearest: Spelling.nearest(to: id, among: clauses.sorted())))
      return nil
    }
    return id
  }

  /// Words of the text: one text or a list, each short.
  func words(_ place: NodeReader?) -> [String] {
    guard let place else { return [] }
    let words =
      place.shape == .list ? place.strings() : [place.string()].compactMap { $0 }
    for word in words where word.unicodeScalars.count > Self.citedScalarLimit {
      place.report(
        .unsound(
          value: word,
          reason: "a citation has at most \(Self.citedScalarLimit) characters, never a sentence"))
    }
    return words
  }

  /// `type` or `type/kind`, of a type that exists.
  func datum(_ name: String, at place: NodeReader, mark: Mark? = nil) -> Datum? {
    guard let datum = Datum(name: name) else {
      place.report(
        .unsound(
          value: name, reason: "the kind of an address is home, delivery, work or plain"),
        at: mark)
      return nil
    }
    guard types.contains(datum.type) else {
      let known = types.map(\.rawValue).sorted()
      place.report(
        .unknownName(
          datum.type.rawValue, kind: "type",
          nearest: Spelling.nearest(to: datum.type.rawValue, among: known)),
        at: mark)
      return nil
    }
    guard datum.kind == nil || Datum.kinds(of: datum.type).contains(datum.kind ?? .none) else {
      place.report(.unsound(value: name, reason: "only an address has kinds"), at: mark)
      return nil
    }
    return datum
  }

  /// Data with their words in the text: a mapping from datum to words, or a list without words.
  func data(
    _ place: NodeReader?
  ) -> [(datum: Datum, words: [String], place: NodeReader, mark: Mark)] {
    guard let place else { return [] }
    if place.shape == .list {
      return place.elements().compactMap { element in
        guard let name = element.string(), let datum = datum(name, at: element) else {
          return nil
        }
        return (datum, [], element, element.node.mark)
      }
    }
    return (place.mapping()?.allEntries() ?? []).compactMap { entry in
      let words = self.words(entry.value)
      guard let datum = datum(entry.key, at: entry.value, mark: entry.keyMark) else { return nil }
      return (datum, words, entry.value, entry.keyMark)
    }
  }

  /// `any`, `unidentifying`, or a list of types.
  func scope(_ place: NodeReader?) -> CombinationRule.Scope {
    guard let place else { return .any }
    if place.shape == .text {
      return place.word(from: Self.scopeWords) ?? .any
    }
    return .types(data(place).map(\.datum.type))
  }

  private static let scopeWords: [(name: String, value: CombinationRule.Scope)] = [
    ("any", .any), ("unidentifying", .unidentifying),
  ]

  func date(_ place: NodeReader) -> CivilDate? {
    guard let text = place.string() else { return nil }
    guard let date = CivilDate(iso: text) else {
      place.report(.unsound(value: text, reason: "a day is written YYYY-MM-DD"))
      return nil
    }
    return date
  }

  static let classWords = DataClass.allCases.map { (name: $0.name, value: $0) }

  /// The file's name without folders and ending.
  static func id(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    for ending in [".yaml", ".yml"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  static func isWellFormed(_ id: String) -> Bool {
    let words = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || isDigit($0)
        }
    }
  }

  static func isLowerHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
