import Detectors
package import Findings
package import RulesetSource

/// Makes a rule of a file of `rulesets/detectors`, reporting every fault of it.
///
/// The keys of a rule file:
///
///     id: resident-id                       # lower-case words joined by hyphens
///     extends: resident-id                  # optional; see below
///     title: {zh: 居民身份证号码, en: Resident identity number}
///     standard: GB 11643-1999
///     canonical: resident-id                # a name of CanonicalForm
///     mask: {first: 2, last: 1}             # or email, address, date, name, hidden
///     context: {kinds: [resident-id], near: 10}     # also strong, weak, against, beside; else as measured
///     forms:                                # none for a type told by names only
///       - name: eighteen-digits
///         prefilter: {number: {digits: [18], first: [1, 2]}}    # or word, lead; at-sign, place, label
///         pattern: |                        # PCRE2, free-spacing
///         prior: {text: -30, cell: -30}
///         needs-context: false              # optional
///         checks: [{check: luhn, pass: 10, fail: -10}]          # no `fail`: it rejects
///     examples:
///       match: [{text: "«…»", column: c, level: certain, birth: 1949-12-31, kind: home}]
///       no-match: [{text: …, column: c, because: …, fails: luhn}]
///
/// A file with `extends` names an earlier rule and gives only what differs: a key stands instead of
/// the extended rule's, weights of `context` one by one; a form or example list adds to its lists,
/// and a form of the same name stands instead of its form.
package struct RuleLoader {
  let diagnostics: DiagnosticCollector

  package init(diagnostics: DiagnosticCollector) { self.diagnostics = diagnostics }

  /// The rule in a file; nil after reporting why there is none.
  ///
  /// - Parameter earlier: the rules that the file may extend.
  package func rule(
    _ node: Node, file: String, earlier: [TypeID: RuleSource] = [:]
  ) -> RuleSource? {
    let root = NodeReader(node, file: file, diagnostics: diagnostics)
    let faultsBefore = diagnostics.all.count
    guard let mapping = root.mapping() else { return nil }
    defer { mapping.finish() }
    let id = mapping.required("id").flatMap(typeID)
    let base = extended(mapping, earlier)
    let title = optional(mapping, "title", base == nil)?.mapping()
    let (zh, en) = (title?.string("zh"), title?.string("en"))
    title?.finish()
    let standard = optional(mapping, "standard", base == nil)?.string()
    let canonical = optional(mapping, "canonical", base == nil)?.word(
      from: CanonicalForm.allCases.map { (name: $0.rawValue, value: $0) })
    let mask = optional(mapping, "mask", base == nil).flatMap(mask)
    let context = optional(mapping, "context", base == nil).flatMap {
      self.context($0, base: base?.rule.context)
    }
    let forms = RuleFormReader().forms(mapping.optionalList("forms"))
    let examples = RuleExampleReader().examples(mapping.optionalMapping("examples"))
    guard let id, let info = info(id, zh, en, base), let standard = standard ?? base?.rule.standard,
      let canonical = canonical ?? base?.rule.canonical, let mask = mask ?? base?.rule.mask,
      let context = context ?? base?.rule.context, diagnostics.all.count == faultsBefore
    else { return nil }
    var result =
      base
      ?? RuleSource(
        rule: Rule(
          info: info, standard: standard, forms: [], context: context, mask: mask,
          canonical: canonical, examples: Examples(positive: [], negative: [])),
        file: file, mark: node.mark, forms: [:], positiveMarks: [], negativeMarks: [])
    result.rule.info = info
    result.rule.standard = standard
    result.rule.context = context
    result.rule.mask = mask
    result.rule.canonical = canonical
    result.file = file
    result.mark = node.mark
    result.add(forms)
    result.add(examples)
    return result
  }

  /// A key that is needed unless the file extends a rule.
  private func optional(
    _ mapping: MappingReader, _ key: String, _ isNeeded: Bool
  ) -> NodeReader? {
    isNeeded ? mapping.required(key) : mapping.optional(key)
  }

  private func extended(
    _ mapping: MappingReader, _ earlier: [TypeID: RuleSource]
  ) -> RuleSource? {
    guard let reader = mapping.optional("extends"), let name = reader.string() else { return nil }
    guard let base = earlier[TypeID(rawValue: name)] else {
      let known = earlier.keys.map(\.rawValue).sorted()
      reader.report(
        .unknownName(name, kind: "rule", nearest: Spelling.nearest(to: name, among: known)))
      return nil
    }
    return base
  }

  private func typeID(_ reader: NodeReader) -> TypeID? {
    guard let text = reader.string() else { return nil }
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isWellFormed = words.allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    guard isWellFormed, let first = text.utf8.first, (0x61...0x7A).contains(first) else {
      reader.report(
        .unsound(value: text, reason: "An id is lower-case words of a-z, 0-9 joined by hyphens."))
      return nil
    }
    return TypeID(rawValue: text)
  }

  private func info(
    _ id: TypeID, _ zh: String?, _ en: String?, _ base: RuleSource?
  ) -> TypeInfo? {
    guard let zh = zh ?? base?.rule.info.titleInChinese,
      let en = en ?? base?.rule.info.titleInEnglish
    else { return nil }
    return TypeInfo(id: id, titleInChinese: zh, titleInEnglish: en)
  }

  private func mask(_ reader: NodeReader) -> MaskStyle? {
    if reader.shape == .text {
      return reader.word(from: [
        (name: "email", value: MaskStyle.email), (name: "address", value: .address),
        (name: "date", value: .date), (name: "name", value: .name),
        (name: "hidden", value: .hidden),
      ])
    }
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    guard let first = mapping.int("first", in: 0...12), let last = mapping.int("last", in: 0...4)
    else { return nil }
    return .ends(first: first, last: last)
  }

  /// What a rule says of words; weights that it does not state are those of `weights.tsv`. At most 20
  /// decibans for a type, since such a ratio depends on who measured.
  private func context(_ reader: NodeReader, base: ContextWeights?) -> ContextWeights? {
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    let kinds = optional(mapping, "kinds", base == nil)?.elements().compactMap(typeID)
    let opposed = mapping.optional("not")?.elements().compactMap(typeID)
    let strong = mapping.optionalInt("strong", in: 0...20)
    let weak = mapping.optionalInt("weak", in: 0...20)
    let near = mapping.optionalInt("near", in: 0...20)
    let against = mapping.optionalInt("against", in: -40...0)
    let beside = mapping.optionalInt("beside", in: -40...0)
    guard let kinds = kinds ?? base?.kinds else { return nil }
    return ContextWeights(
      kinds: kinds, opposed: opposed ?? base?.opposed ?? [], strong: strong ?? base?.strong,
      weak: weak ?? base?.weak, near: near ?? base?.near, against: against ?? base?.against,
      beside: beside ?? base?.beside)
  }
}
