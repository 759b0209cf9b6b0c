import Findings
import Policies
import RulesetSource

/// Reads one policy file. The sections are in the extensions of this type.
struct PolicyReader {
  /// Words of a text that one citation may have, in Unicode scalars: enough for a term, too few for
  /// a sentence.
  static let citedScalarLimit = 60

  let root: NodeReader
  let id: String
  let types: Set<TypeID>
  let diagnostics: DiagnosticCollector
  var draft: PolicyDraft
  /// The ids of the clauses that the file declares.
  var clauses: Set<String> = []

  init(file: PolicyLoader.File, types: Set<TypeID>, diagnostics: DiagnosticCollector) {
    root = NodeReader(file.root, file: file.name, diagnostics: diagnostics)
    id = Self.id(of: file.name)
    self.types = types
    self.diagnostics = diagnostics
    draft = PolicyDraft(
      policy: Policy(id: id, titleInChinese: id, titleInEnglish: id, ages: .noneStated),
      root: root)
  }

  /// The file's policy; nil if it is no mapping at all.
  mutating func read() -> PolicyDraft? {
    let faultsBefore = diagnostics.all.count
    if !Self.isWellFormed(id) {
      root.report(
        .unsound(
          value: id,
          reason: "a policy is named for its file: lower-case ASCII words joined by hyphens"))
    }
    guard let top = root.mapping() else { return nil }
    readIdentity(top)
    readClauses(top)
    readFallbacks(top)
    readClasses(top)
    readAges(top)
    readStatements(top)
    readLimits(top)
    readCases(top)
    top.finish()
    draft.isFaulty = diagnostics.all.count > faultsBefore
    return draft
  }

  private mutating func readIdentity(_ top: MappingReader) {
    if let title = top.optionalMapping("title") {
      draft.policy.titleInChinese = title.string("zh") ?? id
      draft.policy.titleInEnglish = title.string("en") ?? id
      title.finish()
    }
    if let text = top.optionalMapping("text") {
      let file = text.string("file")
      let digest = text.required("sha256")
      if let file, let hex = digest?.string() {
        if hex.utf8.count == 64, hex.utf8.allSatisfy(Self.isLowerHex) {
          draft.policy.text = PolicyText(file: file, sha256Hex: hex)
        } else {
          digest?.report(
            .unsound(value: hex, reason: "a SHA-256 is 64 lower-case hexadecimal digits"))
        }
      }
      text.finish()
    }
  }

  private mutating func readClauses(_ top: MappingReader) {
    let entries = top.optionalMapping("clauses")?.allEntries() ?? []
    for entry in entries {
      if draft.policy.text != nil, Clause.line(of: entry.key) == nil {
        entry.value.report(
          .unsound(
            value: entry.key, reason: "a clause of a text ends in @L and the number of its line"),
          at: entry.keyMark)
      }
      clauses.insert(entry.key)
      if let heading = entry.value.string() {
        draft.policy.clauses.append(Clause(id: entry.key, heading: heading))
      }
    }
    // The status cites a clause, so it is read after them.
    readStatus(top)
  }

  private mutating func readStatus(_ top: MappingReader) {
    guard let status = top.optional("status") else { return }
    if status.shape == .text {
      _ = status.word(from: [(name: "undated", value: ())])
      return
    }
    guard let mapping = status.mapping() else { return }
    let citation = mapping.optional("clause") == nil ? nil : readCitation(mapping)
    let inForce = mapping.optional("in-force")
    let dated = mapping.optional("dated")
    switch (inForce, dated) {
    case (let place?, nil):
      if let day = date(place) { draft.policy.status = .inForce(from: day, citation) }
    case (nil, let place?):
      if let day = date(place) { draft.policy.status = .dated(day, citation) }
    default:
      status.report(
        .unsound(
          value: "status", reason: "it says undated, or one of in-force and dated with a day"))
    }
    mapping.finish()
  }

  private mutating func readFallbacks(_ top: MappingReader) {
    for element in top.optionalList("extends") {
      if element.shape == .text {
        guard let id = element.string() else { continue }
        append(Fallback(policy: id), at: element)
        continue
      }
      guard let mapping = element.mapping() else { continue }
      let place = mapping.required("policy")
      let citation = mapping.optional("clause") == nil ? nil : readCitation(mapping)
      let isInferred = mapping.bool("inferred", absent: false)
      if let place, let id = place.string() {
        append(Fallback(policy: id, citation: citation, isInferred: isInferred), at: place)
      }
      mapping.finish()
    }
  }

  private mutating func append(_ fallback: Fallback, at place: NodeReader) {
    if let first = draft.policy.fallbacks.firstIndex(where: { $0.policy == fallback.policy }) {
      place.report(.repeated(fallback.policy, first: draft.fallbackPlaces[first].node.mark))
      return
    }
    draft.policy.fallbacks.append(fallback)
    draft.fallbackPlaces.append(place)
  }
}
